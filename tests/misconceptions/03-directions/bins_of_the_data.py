"""Lets np.histogram cut the range of the angles that occur."""
# message: to the right is bin 0


def direction_sums(down, right, bins):
    """Return the summed lengths (bins,) of gradients by their angle."""
    strength = np.hypot(down, right)
    angle = np.arctan2(down, right) % (2 * np.pi)
    return np.histogram(angle, bins, weights=strength)[0]
