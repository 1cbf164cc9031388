"""Returns the first corner, then the second."""
# message: in this order


def seen_box(place, width, field, jump, padding, size):
    """Return (top, bottom, left, right) in whole pixels, 0 to `size`."""
    row, column = divmod(place, width)
    top, left = row * jump - padding, column * jump - padding
    bottom, right = min(top + field, size), min(left + field, size)
    return max(top, 0), max(left, 0), bottom, right
