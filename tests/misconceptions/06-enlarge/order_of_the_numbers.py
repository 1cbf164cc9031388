"""Gives a, c, b, d, f, e."""
# message: the order is


def enlarge(factor, size):
    """Return the eight numbers of the map for pictures of size × size."""
    middle = (size - 1) / 2
    stays = middle - middle / factor
    return [1 / factor, stays, 0, 1 / factor, stays, 0, 0, 0]
