"""Subtracts the padding from the end once more."""
# message: `field` pixels


def seen_box(place, width, field, jump, padding, size):
    """Return (top, bottom, left, right) in whole pixels, 0 to `size`."""
    box = []
    for position in divmod(place, width):
        start = position * jump - padding
        box += [max(start, 0), min(start + field - padding, size)]
    return tuple(box)
