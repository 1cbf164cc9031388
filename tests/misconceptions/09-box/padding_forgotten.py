"""Lets position 0 begin at the first pixel."""
# message: `padding` pixels earlier


def seen_box(place, width, field, jump, padding, size):
    """Return (top, bottom, left, right) in whole pixels, 0 to `size`."""
    box = []
    for position in divmod(place, width):
        start = position * jump
        box += [start, min(start + field, size)]
    return tuple(box)
