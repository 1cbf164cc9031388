"""Counts rows and columns from 1."""
# message: count from 0


def seen_box(place, width, field, jump, padding, size):
    """Return (top, bottom, left, right) in whole pixels, 0 to `size`."""
    box = []
    for position in divmod(place, width):
        start = (position + 1) * jump - padding
        box += [max(start, 0), min(start + field, size)]
    return tuple(box)
