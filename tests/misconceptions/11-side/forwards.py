"""Goes through the windows forwards."""
# message: go backwards


def smallest_side(windows, places=1):
    """Return the smallest side that leaves `places` places, in pixels."""
    for window, stride in windows:
        places = (places - 1) * stride + window
    return places
