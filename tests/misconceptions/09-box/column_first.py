"""Gives the column to top and bottom, the row to left and right."""
# message: to the row of the place


def seen_box(place, width, field, jump, padding, size):
    """Return (top, bottom, left, right) in whole pixels, 0 to `size`."""
    row, column = divmod(place, width)
    top, left = column * jump - padding, row * jump - padding
    bottom, right = min(top + field, size), min(left + field, size)
    return max(top, 0), bottom, max(left, 0), right
