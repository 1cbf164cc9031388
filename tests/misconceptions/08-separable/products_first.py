"""Returns products before weights."""
# message: first the weights


def separable_cost(size, channels, filters, window):
    """Return ((weights, products) separable, (weights, products) full)."""
    separable = window**2 * channels + channels * filters
    full = window**2 * channels * filters
    places = size**2
    return (separable * places, separable), (full * places, full)
