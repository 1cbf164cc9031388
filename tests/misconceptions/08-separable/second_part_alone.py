"""Forgets the filters of the first part."""
# message: the first part is missing


def separable_cost(size, channels, filters, window):
    """Return ((weights, products) separable, (weights, products) full)."""
    separable = channels * filters
    full = window**2 * channels * filters
    places = size**2
    return (separable, separable * places), (full, full * places)
