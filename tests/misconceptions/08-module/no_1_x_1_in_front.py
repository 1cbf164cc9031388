"""Builds the module without 1 × 1 in front of the windows."""
# message: what the 1 × 1 put out


def module_cost(size, maps, one, three, five, pooled):
    """Return (maps put out, multiply-adds for one picture) of a module."""
    weights = maps * (one + pooled)
    weights += 9 * maps * three[1] + 25 * maps * five[1]
    return one + three[1] + five[1] + pooled, weights * size**2
