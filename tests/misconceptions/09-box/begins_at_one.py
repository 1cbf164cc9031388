"""Holds the starts to 1, the first pixel."""
# message: begins at pixel 0


def seen_box(place, width, field, jump, padding, size):
    """Return (top, bottom, left, right) in whole pixels, 0 to `size`."""
    box = []
    for position in divmod(place, width):
        start = position * jump - padding
        box += [max(start, 1), min(start + field, size)]
    return tuple(box)
