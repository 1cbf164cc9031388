"""Divides by the sum of all lengths."""
# message: those are shares


def direction_sums(down, right, bins):
    """Return the summed lengths (bins,) of gradients by their angle."""
    strength = np.hypot(down, right)
    angle = np.arctan2(down, right) % (2 * np.pi)
    number = (angle / (2 * np.pi) * bins).astype(int) % bins
    sums = np.bincount(number.ravel(), strength.ravel(), minlength=bins)
    return sums / sums.sum()
