"""Returns a float."""
# message: one whole number


def smallest_side(windows, places=1):
    """Return the smallest side that leaves `places` places, in pixels."""
    for window, stride in reversed(windows):
        places = (places - 1) * stride + float(window)
    return places
