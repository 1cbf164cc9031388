"""Cuts off at the top and at the bottom, not at the sides."""
# message: the end 36


def seen_box(place, width, field, jump, padding, size):
    """Return (top, bottom, left, right) in whole pixels, 0 to `size`."""
    row, column = divmod(place, width)
    top, left = row * jump - padding, column * jump - padding
    return max(top, 0), min(top + field, size), left, left + field
