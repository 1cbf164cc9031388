"""Counts one bias for the whole layer."""
# message: a bias of its own


def cost(size, channels, filters, window, stride):
    """Return (parameters, multiplications for one picture) of a layer."""
    weights = window**2 * channels * filters
    places = (size - window) // stride + 1
    return weights + 1, weights * places**2
