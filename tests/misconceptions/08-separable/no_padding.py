"""Counts the places without padding."""
# message: as many places as pixels


def separable_cost(size, channels, filters, window):
    """Return ((weights, products) separable, (weights, products) full)."""
    separable = window**2 * channels + channels * filters
    full = window**2 * channels * filters
    places = (size - window + 1) ** 2
    return (separable, separable * places), (full, full * places)
