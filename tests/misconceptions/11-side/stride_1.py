"""Takes every stride for 1."""
# message: places move by the stride


def smallest_side(windows, places=1):
    """Return the smallest side that leaves `places` places, in pixels."""
    for window, _ in reversed(windows):
        places = places - 1 + window
    return places
