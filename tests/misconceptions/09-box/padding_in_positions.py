"""Subtracts the padding from the position."""
# message: in pixels


def seen_box(place, width, field, jump, padding, size):
    """Return (top, bottom, left, right) in whole pixels, 0 to `size`."""
    box = []
    for position in divmod(place, width):
        start = (position - padding) * jump
        box += [max(start, 0), min(start + field, size)]
    return tuple(box)
