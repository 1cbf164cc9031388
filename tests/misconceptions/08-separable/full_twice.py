"""Counts the full convolution for both."""
# message: that is the full convolution


def separable_cost(size, channels, filters, window):
    """Return ((weights, products) separable, (weights, products) full)."""
    full = window**2 * channels * filters
    places = size**2
    return (full, full * places), (full, full * places)
