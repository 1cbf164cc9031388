"""Multiplies the input's maps into the windows as well."""
# message: the windows read what the 1 × 1 put out, nothing else


def module_cost(size, maps, one, three, five, pooled):
    """Return (maps put out, multiply-adds for one picture) of a module."""
    weights = one + three[0] + five[0] + pooled
    weights += 9 * three[0] * three[1] + 25 * five[0] * five[1]
    return one + three[1] + five[1] + pooled, maps * weights * size**2
