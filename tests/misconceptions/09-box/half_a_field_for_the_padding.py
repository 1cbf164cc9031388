"""Pads with half a field, as padding "same" does."""
# message: as they are given


def seen_box(place, width, field, jump, padding, size):
    """Return (top, bottom, left, right) in whole pixels, 0 to `size`."""
    box = []
    for position in divmod(place, width):
        start = position * jump - field // 2
        box += [max(start, 0), min(start + field, size)]
    return tuple(box)
