"""Takes the middle over the factor for c."""
# message: the middle stays


def enlarge(factor, size):
    """Return the eight numbers of the map for pictures of size × size."""
    middle = (size - 1) / 2
    return [
        1 / factor,
        0,
        middle / factor,
        0,
        1 / factor,
        middle / factor,
        0,
        0,
    ]
