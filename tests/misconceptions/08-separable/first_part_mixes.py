"""Lets the first part's filters read every map."""
# message: in the first part each filter reads one map


def separable_cost(size, channels, filters, window):
    """Return ((weights, products) separable, (weights, products) full)."""
    separable = window**2 * channels * channels + channels * filters
    full = window**2 * channels * filters
    return (separable, separable * size**2), (full, full * size**2)
