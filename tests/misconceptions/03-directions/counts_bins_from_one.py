"""Takes the numbers of np.digitize, which begin at 1."""
# message: the first bin is bin 0


def direction_sums(down, right, bins):
    """Return the summed lengths (bins,) of gradients by their angle."""
    strength = np.hypot(down, right)
    angle = np.arctan2(down, right) % (2 * np.pi)
    edges = np.linspace(0, 2 * np.pi, bins + 1)
    number = np.digitize(angle, edges)
    return np.bincount(number.ravel(), strength.ravel(), minlength=bins)
