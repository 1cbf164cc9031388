"""Takes the place for the row and for the column."""
# message: `width` places wide


def seen_box(place, width, field, jump, padding, size):
    """Return (top, bottom, left, right) in whole pixels, 0 to `size`."""
    start = place * jump - padding
    box = [max(start, 0), min(start + field, size)]
    return tuple(box + box)
