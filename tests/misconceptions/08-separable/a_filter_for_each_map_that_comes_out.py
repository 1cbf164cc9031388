"""Gives the first part as many filters as maps come out."""
# message: for each map that comes in


def separable_cost(size, channels, filters, window):
    """Return ((weights, products) separable, (weights, products) full)."""
    separable = window**2 * filters + channels * filters
    full = window**2 * channels * filters
    places = size**2
    return (separable, separable * places), (full, full * places)
