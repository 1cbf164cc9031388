"""Slides a filter that is flat."""
# message: reads all channels of the picture


def cost(size, channels, filters, window, stride):
    """Return (parameters, multiplications for one picture) of a layer."""
    weights = window**2
    places = (size - window) // stride + 1
    return (weights + 1) * filters, weights * places**2 * filters
