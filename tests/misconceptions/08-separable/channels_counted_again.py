"""Multiplies the products by the channels once more."""
# message: already count the channels


def separable_cost(size, channels, filters, window):
    """Return ((weights, products) separable, (weights, products) full)."""
    separable = window**2 * channels + channels * filters
    full = window**2 * channels * filters
    places = size**2 * channels
    return (separable, separable * places), (full, full * places)
