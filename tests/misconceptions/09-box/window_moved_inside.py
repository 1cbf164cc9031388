"""Moves the window until it lies in the picture."""
# message: does not move


def seen_box(place, width, field, jump, padding, size):
    """Return (top, bottom, left, right) in whole pixels, 0 to `size`."""
    box = []
    for position in divmod(place, width):
        start = position * jump - padding
        start = min(max(start, 0), max(size - field, 0))
        box += [start, min(start + field, size)]
    return tuple(box)
