"""Shifts by the whole middle."""
# message: missing to the middle


def enlarge(factor, size):
    """Return the eight numbers of the map for pictures of size × size."""
    middle = (size - 1) / 2
    return [1 / factor, 0, middle, 0, 1 / factor, middle, 0, 0]
