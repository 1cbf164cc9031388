"""Counts the windows."""
# message: the 1 × 1 cost, too


def module_cost(size, maps, one, three, five, pooled):
    """Return (maps put out, multiply-adds for one picture) of a module."""
    weights = 9 * three[0] * three[1] + 25 * five[0] * five[1]
    return one + three[1] + five[1] + pooled, weights * size**2
