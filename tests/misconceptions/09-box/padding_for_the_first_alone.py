"""Moves only position 0 by the padding."""
# message: every window begins


def seen_box(place, width, field, jump, padding, size):
    """Return (top, bottom, left, right) in whole pixels, 0 to `size`."""
    box = []
    for position in divmod(place, width):
        start = position * jump if position else -padding
        box += [max(start, 0), min(start + field, size)]
    return tuple(box)
