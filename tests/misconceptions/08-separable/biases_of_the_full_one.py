"""Counts the biases of the full convolution."""
# message: no biases


def separable_cost(size, channels, filters, window):
    """Return ((weights, products) separable, (weights, products) full)."""
    separable = window**2 * channels + channels * filters
    full = (window**2 * channels + 1) * filters
    places = size**2
    return (separable, separable * places), (full, full * places)
