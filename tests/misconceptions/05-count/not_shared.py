"""Counts the weights anew at every place."""
# message: the same filter is used at every place


def cost(size, channels, filters, window, stride):
    """Return (parameters, multiplications for one picture) of a layer."""
    weights = window**2 * channels
    places = (size - window) // stride + 1
    return (weights + 1) * places**2 * filters, weights * places**2 * filters
