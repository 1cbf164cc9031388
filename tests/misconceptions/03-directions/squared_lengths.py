"""Leaves out the root."""
# message: squared lengths


def direction_sums(down, right, bins):
    """Return the summed lengths (bins,) of gradients by their angle."""
    strength = down**2 + right**2
    angle = np.arctan2(down, right) % (2 * np.pi)
    number = (angle / (2 * np.pi) * bins).astype(int) % bins
    return np.bincount(number.ravel(), strength.ravel(), minlength=bins)
