"""Counts a bias for each channel of each filter."""
# message: not one for each channel


def cost(size, channels, filters, window, stride):
    """Return (parameters, multiplications for one picture) of a layer."""
    weights = window**2 * channels
    places = (size - window) // stride + 1
    return (window**2 + 1) * channels * filters, weights * places**2 * filters
