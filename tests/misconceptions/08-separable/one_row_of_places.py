"""Forgets that places lie in rows and columns."""
# message: rows and columns


def separable_cost(size, channels, filters, window):
    """Return ((weights, products) separable, (weights, products) full)."""
    separable = window**2 * channels + channels * filters
    full = window**2 * channels * filters
    return (separable, separable * size), (full, full * size)
