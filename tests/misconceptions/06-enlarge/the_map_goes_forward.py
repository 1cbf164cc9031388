"""Multiplies by the factor."""
# message: the map goes back


def enlarge(factor, size):
    """Return the eight numbers of the map for pictures of size × size."""
    middle = (size - 1) / 2
    stays = middle - middle * factor
    return [factor, 0, stays, 0, factor, stays, 0, 0]
