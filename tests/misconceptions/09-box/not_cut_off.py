"""Forgets the border of the picture."""
# message: cut off what sticks out


def seen_box(place, width, field, jump, padding, size):
    """Return (top, bottom, left, right) in whole pixels, 0 to `size`."""
    box = []
    for position in divmod(place, width):
        start = position * jump - padding
        box += [start, start + field]
    return tuple(box)
