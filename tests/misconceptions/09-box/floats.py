"""Returns floats."""
# message: a slice takes no fractions


def seen_box(place, width, field, jump, padding, size):
    """Return (top, bottom, left, right) in whole pixels, 0 to `size`."""
    positions = np.array(divmod(place, width)) * 1.0
    start = positions * jump - padding
    low, high = np.maximum(start, 0), np.minimum(start + field, size)
    return low[0], high[0], low[1], high[1]
