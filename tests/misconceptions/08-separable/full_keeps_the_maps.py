"""Gives the full convolution as many filters as maps come in."""
# message: the full one puts out `filters` maps


def separable_cost(size, channels, filters, window):
    """Return ((weights, products) separable, (weights, products) full)."""
    separable = window**2 * channels + channels * filters
    full = window**2 * channels * channels
    return (separable, separable * size**2), (full, full * size**2)
