"""Lets the windows shrink the maps."""
# message: with padding


def module_cost(size, maps, one, three, five, pooled):
    """Return (maps put out, multiply-adds for one picture) of a module."""
    weights = maps * (one + three[0] + five[0] + pooled) * size**2
    weights += 9 * three[0] * three[1] * (size - 2) ** 2
    weights += 25 * five[0] * five[1] * max(size - 4, 0) ** 2
    return one + three[1] + five[1] + pooled, weights
