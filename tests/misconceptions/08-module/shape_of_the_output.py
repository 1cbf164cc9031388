"""Returns the shape of the output."""
# message: return two numbers


def module_cost(size, maps, one, three, five, pooled):
    """Return (maps put out, multiply-adds for one picture) of a module."""
    return size, size, one + three[1] + five[1] + pooled
