"""Counts a convolution of 3 × 3 in the place of the pool."""
# message: a pool has no weights


def module_cost(size, maps, one, three, five, pooled):
    """Return (maps put out, multiply-adds for one picture) of a module."""
    weights = maps * (one + three[0] + five[0] + pooled + 9 * maps)
    weights += 9 * three[0] * three[1] + 25 * five[0] * five[1]
    return one + three[1] + five[1] + pooled, weights * size**2
