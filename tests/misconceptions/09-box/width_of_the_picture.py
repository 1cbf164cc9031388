"""Divides by the width of the picture."""
# message: `width` places wide


def seen_box(place, width, field, jump, padding, size):
    """Return (top, bottom, left, right) in whole pixels, 0 to `size`."""
    box = []
    for position in divmod(place, size):
        start = position * jump - padding
        box += [max(start, 0), min(start + field, size)]
    return tuple(box)
