"""Spreads the positions evenly over the picture, whatever the jump is."""
# message: as they are given


def seen_box(place, width, field, jump, padding, size):
    """Return (top, bottom, left, right) in whole pixels, 0 to `size`."""
    box = []
    for position in divmod(place, width):
        centre = (position + 0.5) * size / width
        start = int(round(centre - field / 2))
        box += [max(start, 0), min(start + field, size)]
    return tuple(box)
