"""Takes two windows of 3 × 3 for one of 5 × 5, as Inception V3."""
# message: 25 weights


def module_cost(size, maps, one, three, five, pooled):
    """Return (maps put out, multiply-adds for one picture) of a module."""
    weights = maps * (one + three[0] + five[0] + pooled)
    weights += 9 * three[0] * three[1]
    weights += 9 * five[0] * five[1] + 9 * five[1] * five[1]
    return one + three[1] + five[1] + pooled, weights * size**2
