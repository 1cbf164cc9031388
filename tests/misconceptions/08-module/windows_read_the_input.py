"""Lets the windows read the module's input."""
# message: what the 1 × 1 put out


def module_cost(size, maps, one, three, five, pooled):
    """Return (maps put out, multiply-adds for one picture) of a module."""
    weights = maps * (one + three[0] + five[0] + pooled)
    weights += 9 * maps * three[1] + 25 * maps * five[1]
    return one + three[1] + five[1] + pooled, weights * size**2
