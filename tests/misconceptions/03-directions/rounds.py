"""Rounds to the nearest bin."""
# message: rounded


def direction_sums(down, right, bins):
    """Return the summed lengths (bins,) of gradients by their angle."""
    strength = np.hypot(down, right)
    angle = np.arctan2(down, right) % (2 * np.pi)
    number = np.rint(angle / (2 * np.pi) * bins).astype(int) % bins
    return np.bincount(number.ravel(), strength.ravel(), minlength=bins)
