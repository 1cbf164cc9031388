"""Gives arctan2 its arguments in the wrong order."""
# message: arctan2 takes `down` first


def direction_sums(down, right, bins):
    """Return the summed lengths (bins,) of gradients by their angle."""
    strength = np.hypot(down, right)
    angle = np.arctan2(right, down) % (2 * np.pi)
    number = (angle / (2 * np.pi) * bins).astype(int) % bins
    return np.bincount(number.ravel(), strength.ravel(), minlength=bins)
