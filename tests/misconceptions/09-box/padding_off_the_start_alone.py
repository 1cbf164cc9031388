"""Forgets the padding in the end."""
# message: `field` pixels


def seen_box(place, width, field, jump, padding, size):
    """Return (top, bottom, left, right) in whole pixels, 0 to `size`."""
    box = []
    for position in divmod(place, width):
        start = position * jump
        box += [max(start - padding, 0), min(start + field, size)]
    return tuple(box)
