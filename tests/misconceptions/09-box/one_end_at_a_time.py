"""Cuts off the end only if the start lies inside."""
# message: both ends


def seen_box(place, width, field, jump, padding, size):
    """Return (top, bottom, left, right) in whole pixels, 0 to `size`."""
    box = []
    for position in divmod(place, width):
        start = position * jump - padding
        end = start + field
        if start < 0:
            start = 0
        elif end > size:
            end = size
        box += [start, end]
    return tuple(box)
