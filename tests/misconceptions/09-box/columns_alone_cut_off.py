"""Cuts off at the sides alone."""
# message: begins at pixel 0


def seen_box(place, width, field, jump, padding, size):
    """Return (top, bottom, left, right) in whole pixels, 0 to `size`."""
    row, column = divmod(place, width)
    top, left = row * jump - padding, column * jump - padding
    return top, top + field, max(left, 0), min(left + field, size)
