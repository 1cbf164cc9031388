"""Returns the receptive field of one place."""
# message: as many places as are asked for


def smallest_side(windows, places=1):
    """Return the smallest side that leaves `places` places, in pixels."""
    side, jump = 1, 1
    for window, stride in windows:
        side += (window - 1) * jump
        jump *= stride
    return side
