"""Returns left and right first, as x comes before y."""
# message: to the row of the place


def seen_box(place, width, field, jump, padding, size):
    """Return (top, bottom, left, right) in whole pixels, 0 to `size`."""
    row, column = divmod(place, width)
    top, left = row * jump - padding, column * jump - padding
    bottom, right = min(top + field, size), min(left + field, size)
    return max(left, 0), right, max(top, 0), bottom
