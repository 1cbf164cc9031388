"""Counts the field from the start that was cut off."""
# message: does not move


def seen_box(place, width, field, jump, padding, size):
    """Return (top, bottom, left, right) in whole pixels, 0 to `size`."""
    box = []
    for position in divmod(place, width):
        start = max(position * jump - padding, 0)
        box += [start, min(start + field, size)]
    return tuple(box)
