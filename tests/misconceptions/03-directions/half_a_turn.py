"""Takes the angle modulo 180°."""
# message: opposite directions share a bin


def direction_sums(down, right, bins):
    """Return the summed lengths (bins,) of gradients by their angle."""
    strength = np.hypot(down, right)
    angle = np.arctan2(down, right) % np.pi
    number = (angle / np.pi * bins).astype(int) % bins
    return np.bincount(number.ravel(), strength.ravel(), minlength=bins)
