"""Counts the gradients instead of adding their lengths."""
# message: those are counts


def direction_sums(down, right, bins):
    """Return the summed lengths (bins,) of gradients by their angle."""
    angle = np.arctan2(down, right) % (2 * np.pi)
    number = (angle / (2 * np.pi) * bins).astype(int) % bins
    return np.bincount(number.ravel(), minlength=bins)
