"""Returns the weights for the products."""
# message: used at every place


def separable_cost(size, channels, filters, window):
    """Return ((weights, products) separable, (weights, products) full)."""
    separable = window**2 * channels + channels * filters
    full = window**2 * channels * filters
    return (separable, separable), (full, full)
