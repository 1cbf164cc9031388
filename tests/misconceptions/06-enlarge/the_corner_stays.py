"""Leaves c and f at 0."""
# message: the corner stays


def enlarge(factor, size):
    """Return the eight numbers of the map for pictures of size × size."""
    middle = (size - 1) / 2
    return [1 / factor, 0, 0 * middle, 0, 1 / factor, 0, 0, 0]
