"""Takes the end for the last pixel that is seen."""
# message: ends before its end


def seen_box(place, width, field, jump, padding, size):
    """Return (top, bottom, left, right) in whole pixels, 0 to `size`."""
    box = []
    for position in divmod(place, width):
        start = position * jump - padding
        box += [max(start, 0), min(start + field - 1, size - 1)]
    return tuple(box)
