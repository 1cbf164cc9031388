"""Takes the absolute value of a negative start."""
# message: begins at pixel 0


def seen_box(place, width, field, jump, padding, size):
    """Return (top, bottom, left, right) in whole pixels, 0 to `size`."""
    box = []
    for position in divmod(place, width):
        start = position * jump - padding
        box += [abs(start), min(start + field, size)]
    return tuple(box)
