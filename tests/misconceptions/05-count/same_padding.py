"""Counts the places that padding="same" would give."""
# message: without padding the window has fewer places


def cost(size, channels, filters, window, stride):
    """Return (parameters, multiplications for one picture) of a layer."""
    weights = window**2 * channels
    places = -(-size // stride)
    return (weights + 1) * filters, weights * places**2 * filters
