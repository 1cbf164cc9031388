"""Adds up all windows and strides."""
# message: the whole window has to fit


def smallest_side(windows, places=1):
    """Return the smallest side that leaves `places` places, in pixels."""
    side = places
    for window, stride in windows:
        side += window - stride
    return side
