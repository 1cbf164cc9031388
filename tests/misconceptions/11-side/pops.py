"""Empties the caller's list."""
# message: the list stays as it is


def smallest_side(windows, places=1):
    """Return the smallest side that leaves `places` places, in pixels."""
    while windows:
        window, stride = windows.pop()
        places = (places - 1) * stride + window
    return places
