"""Takes every map for 6 positions wide."""
# message: from the call


def seen_box(place, width, field, jump, padding, size):
    """Return (top, bottom, left, right) in whole pixels, 0 to `size`."""
    box = []
    for position in divmod(place, 6):
        start = position * jump - padding
        box += [max(start, 0), min(start + field, size)]
    return tuple(box)
