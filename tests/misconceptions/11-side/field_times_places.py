"""Multiplies the receptive field by the places."""
# message: neighbouring places share


def smallest_side(windows, places=1):
    """Return the smallest side that leaves `places` places, in pixels."""
    side, jump = 1, 1
    for window, stride in windows:
        side += (window - 1) * jump
        jump *= stride
    return side * places
