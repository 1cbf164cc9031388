"""Takes the first place for number 1."""
# message: count from 0


def seen_box(place, width, field, jump, padding, size):
    """Return (top, bottom, left, right) in whole pixels, 0 to `size`."""
    box = []
    for position in divmod(place - 1, width):
        start = position * jump - padding
        box += [max(start, 0), min(start + field, size)]
    return tuple(box)
