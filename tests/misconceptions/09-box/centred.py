"""Takes the start for the middle of the window."""
# message: not its middle


def seen_box(place, width, field, jump, padding, size):
    """Return (top, bottom, left, right) in whole pixels, 0 to `size`."""
    box = []
    for position in divmod(place, width):
        middle = position * jump - padding
        start = middle - field // 2
        box += [max(start, 0), min(start + field, size)]
    return tuple(box)
