"""Counts the products of one channel."""
# message: a product for every channel


def cost(size, channels, filters, window, stride):
    """Return (parameters, multiplications for one picture) of a layer."""
    places = (size - window) // stride + 1
    products = window**2 * places**2 * filters
    return (window**2 * channels + 1) * filters, products
