"""Forgets that places lie in rows and columns."""
# message: places lie in rows and columns


def cost(size, channels, filters, window, stride):
    """Return (parameters, multiplications for one picture) of a layer."""
    weights = window**2 * channels
    places = (size - window) // stride + 1
    return (weights + 1) * filters, weights * places * filters
