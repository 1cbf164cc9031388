"""Lets the second part read windows."""
# message: the second part has windows of 1 × 1


def separable_cost(size, channels, filters, window):
    """Return ((weights, products) separable, (weights, products) full)."""
    separable = window**2 * channels + window**2 * channels * filters
    full = window**2 * channels * filters
    places = size**2
    return (separable, separable * places), (full, full * places)
