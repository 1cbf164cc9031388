"""Returns the full convolution first."""
# message: first the separable


def separable_cost(size, channels, filters, window):
    """Return ((weights, products) separable, (weights, products) full)."""
    separable = window**2 * channels + channels * filters
    full = window**2 * channels * filters
    places = size**2
    return (full, full * places), (separable, separable * places)
