"""Goes a whole field to both sides."""
# message: not its middle


def seen_box(place, width, field, jump, padding, size):
    """Return (top, bottom, left, right) in whole pixels, 0 to `size`."""
    box = []
    for position in divmod(place, width):
        middle = position * jump - padding
        box += [max(middle - field, 0), min(middle + field, size)]
    return tuple(box)
