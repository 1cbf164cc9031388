"""Counts the first branch and the windows, but no other 1 × 1."""
# message: every 1 × 1 costs, not only the first


def module_cost(size, maps, one, three, five, pooled):
    """Return (maps put out, multiply-adds for one picture) of a module."""
    weights = maps * one
    weights += 9 * three[0] * three[1] + 25 * five[0] * five[1]
    return one + three[1] + five[1] + pooled, weights * size**2
