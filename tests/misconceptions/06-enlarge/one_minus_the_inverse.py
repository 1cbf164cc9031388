"""Takes 1 − 1 / factor for a."""
# message: the factor's inverse


def enlarge(factor, size):
    """Return the eight numbers of the map for pictures of size × size."""
    middle = (size - 1) / 2
    a = 1 - 1 / factor
    return [
        a,
        0,
        middle - middle / factor,
        0,
        a,
        middle - middle / factor,
        0,
        0,
    ]
