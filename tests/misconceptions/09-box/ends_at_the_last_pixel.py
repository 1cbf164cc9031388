"""Holds the ends to size − 1."""
# message: the last pixel is 35


def seen_box(place, width, field, jump, padding, size):
    """Return (top, bottom, left, right) in whole pixels, 0 to `size`."""
    box = []
    for position in divmod(place, width):
        start = position * jump - padding
        box += [max(start, 0), min(start + field, size - 1)]
    return tuple(box)
