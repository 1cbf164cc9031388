"""Tries sides, but only up to 100."""
# message: 8 places of 299


def smallest_side(windows, places=1):
    """Return the smallest side that leaves `places` places, in pixels."""
    for side in range(1, 101):
        left = side
        for window, stride in windows:
            left = (left - window) // stride + 1 if left >= window else 0
        if left >= places:
            return side
    return 0
