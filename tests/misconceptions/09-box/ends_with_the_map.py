"""Holds the ends to the width of the map."""
# message: the map at `width`


def seen_box(place, width, field, jump, padding, size):
    """Return (top, bottom, left, right) in whole pixels, 0 to `size`."""
    box = []
    for position in divmod(place, width):
        start = position * jump - padding
        box += [max(start, 0), min(start + field, width)]
    return tuple(box)
