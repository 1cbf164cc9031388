"""Returns the weights of both, then the products of both."""
# message: a pair for each kind


def separable_cost(size, channels, filters, window):
    """Return ((weights, products) separable, (weights, products) full)."""
    separable = window**2 * channels + channels * filters
    full = window**2 * channels * filters
    places = size**2
    return (separable, full), (separable * places, full * places)
