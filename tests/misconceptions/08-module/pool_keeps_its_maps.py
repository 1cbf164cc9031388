"""Puts out all maps of the pool."""
# message: leaves fewer maps


def module_cost(size, maps, one, three, five, pooled):
    """Return (maps put out, multiply-adds for one picture) of a module."""
    weights = maps * (one + three[0] + five[0] + pooled)
    weights += 9 * three[0] * three[1] + 25 * five[0] * five[1]
    return one + three[1] + five[1] + maps, weights * size**2
