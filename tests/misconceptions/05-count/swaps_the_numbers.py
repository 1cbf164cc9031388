"""Returns the multiplications first."""
# message: first the parameters


def cost(size, channels, filters, window, stride):
    """Return (parameters, multiplications for one picture) of a layer."""
    weights = window**2 * channels
    places = (size - window) // stride + 1
    return weights * places**2 * filters, (weights + 1) * filters
