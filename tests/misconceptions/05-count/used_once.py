"""Multiplies each weight once."""
# message: used at many places


def cost(size, channels, filters, window, stride):
    """Return (parameters, multiplications for one picture) of a layer."""
    weights = window**2 * channels
    return (weights + 1) * filters, weights * filters
