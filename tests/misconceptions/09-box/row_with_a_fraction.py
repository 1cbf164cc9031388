"""Divides with / and gets a row between two rows."""
# message: whole numbers


def seen_box(place, width, field, jump, padding, size):
    """Return (top, bottom, left, right) in whole pixels, 0 to `size`."""
    box = []
    for position in (place / width, place % width):
        start = position * jump - padding
        box += [max(start, 0), min(start + field, size)]
    return tuple(box)
