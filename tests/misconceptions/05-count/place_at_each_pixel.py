"""Puts a window at each pixel."""
# message: no place at each pixel


def cost(size, channels, filters, window, stride):
    """Return (parameters, multiplications for one picture) of a layer."""
    weights = window**2 * channels
    return (weights + 1) * filters, weights * size**2 * filters
