"""Adds the gradients as arrows, then takes the length of the sum."""
# message: add the lengths


def direction_sums(down, right, bins):
    """Return the summed lengths (bins,) of gradients by their angle."""
    angle = np.arctan2(down, right) % (2 * np.pi)
    number = (angle / (2 * np.pi) * bins).astype(int).ravel()
    d = np.bincount(number, down.ravel(), minlength=bins)
    r = np.bincount(number, right.ravel(), minlength=bins)
    return np.hypot(d, r)
