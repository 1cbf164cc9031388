"""Moves by the whole window."""
# message: `jump` pixels apart


def seen_box(place, width, field, jump, padding, size):
    """Return (top, bottom, left, right) in whole pixels, 0 to `size`."""
    box = []
    for position in divmod(place, width):
        start = position * field - padding
        box += [max(start, 0), min(start + field, size)]
    return tuple(box)
