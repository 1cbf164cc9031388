"""Takes the width of the window for its area."""
# message: window × window weights


def separable_cost(size, channels, filters, window):
    """Return ((weights, products) separable, (weights, products) full)."""
    separable = window * channels + channels * filters
    full = window * channels * filters
    places = size**2
    return (separable, separable * places), (full, full * places)
