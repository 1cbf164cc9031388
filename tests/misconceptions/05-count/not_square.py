"""Takes the width of the window for its area."""
# message: the window is a square


def cost(size, channels, filters, window, stride):
    """Return (parameters, multiplications for one picture) of a layer."""
    weights = window * channels
    places = (size - window) // stride + 1
    return (weights + 1) * filters, weights * places**2 * filters
