"""Cuts negative numbers, and takes the remainder afterwards."""
# message: a cut goes towards 0


def direction_sums(down, right, bins):
    """Return the summed lengths (bins,) of gradients by their angle."""
    strength = np.hypot(down, right)
    angle = np.arctan2(down, right)
    number = (angle / (2 * np.pi) * bins).astype(int) % bins
    return np.bincount(number.ravel(), strength.ravel(), minlength=bins)
