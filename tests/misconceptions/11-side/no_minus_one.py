"""Adds a stride for the first place, too."""
# message: the first place needs no stride


def smallest_side(windows, places=1):
    """Return the smallest side that leaves `places` places, in pixels."""
    for window, stride in reversed(windows):
        places = places * stride + window
    return places
