"""Rounds the row."""
# message: not the nearest


def seen_box(place, width, field, jump, padding, size):
    """Return (top, bottom, left, right) in whole pixels, 0 to `size`."""
    box = []
    for position in (round(place / width), place % width):
        start = position * jump - padding
        box += [max(start, 0), min(start + field, size)]
    return tuple(box)
