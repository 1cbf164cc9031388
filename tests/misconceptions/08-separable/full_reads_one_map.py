"""Lets each filter of the full one read one map."""
# message: reads all maps


def separable_cost(size, channels, filters, window):
    """Return ((weights, products) separable, (weights, products) full)."""
    separable = window**2 * channels + channels * filters
    full = window**2 * filters
    places = size**2
    return (separable, separable * places), (full, full * places)
