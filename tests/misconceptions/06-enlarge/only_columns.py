"""Enlarges the columns only."""
# message: rows too


def enlarge(factor, size):
    """Return the eight numbers of the map for pictures of size × size."""
    middle = (size - 1) / 2
    return [1 / factor, 0, middle - middle / factor, 0, 1, 0, 0, 0]
