"""Returns 1 pixel where there is no window."""
# message: without windows


def smallest_side(windows, places=1):
    """Return the smallest side that leaves `places` places, in pixels."""
    if not windows:
        return 1
    for window, stride in reversed(windows):
        places = (places - 1) * stride + window
    return places
