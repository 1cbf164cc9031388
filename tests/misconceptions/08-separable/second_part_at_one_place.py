"""Counts the products of the 1 × 1 once."""
# message: both parts are used at every place


def separable_cost(size, channels, filters, window):
    """Return ((weights, products) separable, (weights, products) full)."""
    first, second = window**2 * channels, channels * filters
    full = window**2 * channels * filters
    places = size**2
    return (first + second, first * places + second), (full, full * places)
