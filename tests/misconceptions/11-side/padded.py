"""Pads every window."""
# message: nothing is padded


def smallest_side(windows, places=1):
    """Return the smallest side that leaves `places` places, in pixels."""
    for window, stride in reversed(windows):
        places = (places - 1) * stride + 1
    return places
