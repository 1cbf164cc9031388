"""Counts the weights of one filter and the biases of all."""
# message: not only six biases


def cost(size, channels, filters, window, stride):
    """Return (parameters, multiplications for one picture) of a layer."""
    weights = window**2 * channels
    places = (size - window) // stride + 1
    return weights + filters, weights * places**2 * filters
