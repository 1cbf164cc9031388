"""Adds one to the end, as if the slice took it away."""
# message: ends before its end


def seen_box(place, width, field, jump, padding, size):
    """Return (top, bottom, left, right) in whole pixels, 0 to `size`."""
    box = []
    for position in divmod(place, width):
        start = position * jump - padding
        box += [max(start, 0), min(start + field + 1, size)]
    return tuple(box)
