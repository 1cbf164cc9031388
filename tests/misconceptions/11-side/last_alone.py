"""Looks at the last window alone."""
# message: all windows count


def smallest_side(windows, places=1):
    """Return the smallest side that leaves `places` places, in pixels."""
    if not windows:
        return places
    window, stride = windows[-1]
    return (places - 1) * stride + window
