"""Turns the caller's list round."""
# message: the list stays as it is


def smallest_side(windows, places=1):
    """Return the smallest side that leaves `places` places, in pixels."""
    windows.reverse()
    for window, stride in windows:
        places = (places - 1) * stride + window
    return places
