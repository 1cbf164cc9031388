"""Adds the padding."""
# message: `padding` pixels earlier


def seen_box(place, width, field, jump, padding, size):
    """Return (top, bottom, left, right) in whole pixels, 0 to `size`."""
    box = []
    for position in divmod(place, width):
        start = position * jump + padding
        box += [start, min(start + field, size)]
    return tuple(box)
