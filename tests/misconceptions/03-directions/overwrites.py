"""Assigns, so that the last gradient of a bin wins."""
# message: add, do not overwrite


def direction_sums(down, right, bins):
    """Return the summed lengths (bins,) of gradients by their angle."""
    strength = np.hypot(down, right)
    angle = np.arctan2(down, right) % (2 * np.pi)
    number = (angle / (2 * np.pi) * bins).astype(int) % bins
    sums = np.zeros(bins)
    order = np.argsort(strength.ravel())
    sums[number.ravel()[order]] = strength.ravel()[order]
    return sums
