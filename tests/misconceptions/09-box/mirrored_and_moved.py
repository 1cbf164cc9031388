"""Takes the absolute value of a start and counts from there."""
# message: does not move


def seen_box(place, width, field, jump, padding, size):
    """Return (top, bottom, left, right) in whole pixels, 0 to `size`."""
    box = []
    for position in divmod(place, width):
        start = abs(position * jump - padding)
        box += [start, min(start + field, size)]
    return tuple(box)
