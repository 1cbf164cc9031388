"""Uses one filter for all maps."""
# message: a filter of its own


def separable_cost(size, channels, filters, window):
    """Return ((weights, products) separable, (weights, products) full)."""
    separable = window**2 + channels * filters
    full = window**2 * channels * filters
    places = size**2
    return (separable, separable * places), (full, full * places)
