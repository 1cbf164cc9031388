"""Counts the biases of both parts, as two layers have them."""
# message: no biases


def separable_cost(size, channels, filters, window):
    """Return ((weights, products) separable, (weights, products) full)."""
    separable = (window**2 + 1) * channels + (channels + 1) * filters
    full = (window**2 * channels + 1) * filters
    places = size**2
    return (separable, separable * places), (full, full * places)
