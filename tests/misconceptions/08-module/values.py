"""Counts the numbers that are put out."""
# message: not the numbers put out


def module_cost(size, maps, one, three, five, pooled):
    """Return (maps put out, multiply-adds for one picture) of a module."""
    out = one + three[1] + five[1] + pooled
    return out, out * size**2
