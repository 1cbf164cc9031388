"""Moves a window back that reaches beyond the end."""
# message: does not move


def seen_box(place, width, field, jump, padding, size):
    """Return (top, bottom, left, right) in whole pixels, 0 to `size`."""
    box = []
    for position in divmod(place, width):
        start = position * jump - padding
        end = min(start + field, size)
        if start + field > size:
            start = size - field
        box += [max(start, 0), end]
    return tuple(box)
