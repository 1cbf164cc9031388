"""Counts the bias among the multiplications."""
# message: the bias is added


def cost(size, channels, filters, window, stride):
    """Return (parameters, multiplications for one picture) of a layer."""
    parameters = (window**2 * channels + 1) * filters
    places = (size - window) // stride + 1
    return parameters, parameters * places**2
