"""Forgets the 1 × 1."""
# message: the second part is missing


def separable_cost(size, channels, filters, window):
    """Return ((weights, products) separable, (weights, products) full)."""
    separable = window**2 * channels
    full = window**2 * channels * filters
    places = size**2
    return (separable, separable * places), (full, full * places)
