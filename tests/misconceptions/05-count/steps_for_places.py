"""Counts the steps instead of the places."""
# message: make four places


def cost(size, channels, filters, window, stride):
    """Return (parameters, multiplications for one picture) of a layer."""
    weights = window**2 * channels
    places = (size - window) // stride
    return (weights + 1) * filters, weights * places**2 * filters
