"""Counts one filter of the full convolution."""
# message: the full one puts out `filters` maps


def separable_cost(size, channels, filters, window):
    """Return ((weights, products) separable, (weights, products) full)."""
    separable = window**2 * channels + channels * filters
    full = window**2 * channels
    places = size**2
    return (separable, separable * places), (full, full * places)
