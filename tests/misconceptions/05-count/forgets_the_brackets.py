"""Divides the window by the stride, not the way."""
# message: brackets


def cost(size, channels, filters, window, stride):
    """Return (parameters, multiplications for one picture) of a layer."""
    weights = window**2 * channels
    places = size - window // stride + 1
    return (weights + 1) * filters, weights * places**2 * filters
