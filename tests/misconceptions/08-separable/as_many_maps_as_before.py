"""Mixes into as many maps as came in."""
# message: into `filters` maps


def separable_cost(size, channels, filters, window):
    """Return ((weights, products) separable, (weights, products) full)."""
    separable = window**2 * channels + channels**2
    full = window**2 * channels * filters
    places = size**2
    return (separable, separable * places), (full, full * places)
