"""Takes the second number of each pair for the 1 × 1."""
# message: the first number belongs to the 1 × 1


def module_cost(size, maps, one, three, five, pooled):
    """Return (maps put out, multiply-adds for one picture) of a module."""
    weights = maps * (one + three[1] + five[1] + pooled)
    weights += 9 * three[0] * three[1] + 25 * five[0] * five[1]
    return one + three[1] + five[1] + pooled, weights * size**2
