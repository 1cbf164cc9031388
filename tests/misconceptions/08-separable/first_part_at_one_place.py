"""Multiplies before it adds."""
# message: both parts are used at every place


def separable_cost(size, channels, filters, window):
    """Return ((weights, products) separable, (weights, products) full)."""
    places = size**2
    first, second = window**2 * channels, channels * filters
    full = window**2 * channels * filters
    return (first + second, first + second * places), (full, full * places)
