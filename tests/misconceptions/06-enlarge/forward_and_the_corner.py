"""Multiplies, and leaves c and f at 0."""
# message: smaller, and the middle


def enlarge(factor, size):
    """Return the eight numbers of the map for pictures of size × size."""
    middle = (size - 1) / 2
    return [factor, 0, 0 * middle, 0, factor, 0, 0, 0]
