"""Returns x, y, width, height, as drawing functions want it."""
# message: ends, not sizes


def seen_box(place, width, field, jump, padding, size):
    """Return (top, bottom, left, right) in whole pixels, 0 to `size`."""
    row, column = divmod(place, width)
    top, left = max(row * jump - padding, 0), max(column * jump - padding, 0)
    return left, top, min(field, size), min(field, size)
