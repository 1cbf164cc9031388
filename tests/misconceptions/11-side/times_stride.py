"""Multiplies by the strides alone."""
# message: the whole window has to fit


def smallest_side(windows, places=1):
    """Return the smallest side that leaves `places` places, in pixels."""
    for _, stride in reversed(windows):
        places = places * stride
    return places
