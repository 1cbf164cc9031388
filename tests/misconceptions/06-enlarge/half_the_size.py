"""Takes size / 2 for the middle."""
# message: the middle of 9 pixels


def enlarge(factor, size):
    """Return the eight numbers of the map for pictures of size × size."""
    middle = (size - 1) / 2
    middle = size / 2
    stays = middle - middle / factor
    return [1 / factor, 0, stays, 0, 1 / factor, stays, 0, 0]
