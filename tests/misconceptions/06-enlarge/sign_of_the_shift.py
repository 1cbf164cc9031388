"""Turns the sign of c and f."""
# message: the sign of c


def enlarge(factor, size):
    """Return the eight numbers of the map for pictures of size × size."""
    middle = (size - 1) / 2
    stays = middle / factor - middle
    return [1 / factor, 0, stays, 0, 1 / factor, stays, 0, 0]
