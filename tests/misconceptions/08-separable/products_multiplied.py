"""Multiplies the products of the two parts."""
# message: add


def separable_cost(size, channels, filters, window):
    """Return ((weights, products) separable, (weights, products) full)."""
    first, second = window**2 * channels, channels * filters
    full = window**2 * channels * filters
    places = size**2
    products = first * places * second
    return (first + second, products), (full, full * places)
