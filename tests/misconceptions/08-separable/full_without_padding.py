"""Counts the places of the full one without padding."""
# message: as many places as pixels


def separable_cost(size, channels, filters, window):
    """Return ((weights, products) separable, (weights, products) full)."""
    separable = window**2 * channels + channels * filters
    full = window**2 * channels * filters
    inner = (size - window + 1) ** 2
    return (separable, separable * size**2), (full, full * inner)
