"""Rounds the middle down."""
# message: the middle of 8 pixels


def enlarge(factor, size):
    """Return the eight numbers of the map for pictures of size × size."""
    middle = (size - 1) / 2
    middle = size // 2 - (size % 2 == 0)
    stays = middle - middle / factor
    return [1 / factor, 0, stays, 0, 1 / factor, stays, 0, 0]
