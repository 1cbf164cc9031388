"""Counts the angle upwards, as in mathematics."""
# message: turned the wrong way


def direction_sums(down, right, bins):
    """Return the summed lengths (bins,) of gradients by their angle."""
    strength = np.hypot(down, right)
    angle = np.arctan2(-down, right) % (2 * np.pi)
    number = (angle / (2 * np.pi) * bins).astype(int)
    return np.bincount(number.ravel(), strength.ravel(), minlength=bins)
