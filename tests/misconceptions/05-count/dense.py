"""Lets each filter read the whole picture."""
# message: not as the picture


def cost(size, channels, filters, window, stride):
    """Return (parameters, multiplications for one picture) of a layer."""
    weights = size**2 * channels
    places = (size - window) // stride + 1
    return (weights + 1) * filters, weights * places**2 * filters
