"""Adds with `+=` to an indexed array, where repeated bins count once."""
# message: add, do not overwrite


def direction_sums(down, right, bins):
    """Return the summed lengths (bins,) of gradients by their angle."""
    strength = np.hypot(down, right)
    angle = np.arctan2(down, right) % (2 * np.pi)
    number = (angle / (2 * np.pi) * bins).astype(int)
    sums = np.zeros(bins)
    sums[number] += strength
    return sums
