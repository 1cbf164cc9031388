"""Returns the largest side that leaves so few."""
# message: the smallest side, not the largest


def smallest_side(windows, places=1):
    """Return the smallest side that leaves `places` places, in pixels."""
    for window, stride in reversed(windows):
        places = places * stride + window - 1
    return places
