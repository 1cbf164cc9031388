"""Returns how many times less it is."""
# message: two pairs


def separable_cost(size, channels, filters, window):
    """Return ((weights, products) separable, (weights, products) full)."""
    separable = window**2 * channels + channels * filters
    return window**2 * channels * filters / separable
