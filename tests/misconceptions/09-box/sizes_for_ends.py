"""Returns each start and how many pixels follow."""
# message: ends, not sizes


def seen_box(place, width, field, jump, padding, size):
    """Return (top, bottom, left, right) in whole pixels, 0 to `size`."""
    box = []
    for position in divmod(place, width):
        start = position * jump - padding
        end = min(start + field, size)
        start = max(start, 0)
        box += [start, end - start]
    return tuple(box)
