"""Puts the factor of y into d."""
# message: e, not d


def enlarge(factor, size):
    """Return the eight numbers of the map for pictures of size × size."""
    middle = (size - 1) / 2
    stays = middle - middle / factor
    return [1 / factor, 0, stays, 1 / factor, 0, stays, 0, 0]
