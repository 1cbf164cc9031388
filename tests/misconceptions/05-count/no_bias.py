"""Counts the weights and no bias."""
# message: each filter has a bias as well


def cost(size, channels, filters, window, stride):
    """Return (parameters, multiplications for one picture) of a layer."""
    weights = window**2 * channels * filters
    places = (size - window) // stride + 1
    return weights, weights * places**2
