"""Makes negative angles positive with abs."""
# message: up and down share a bin


def direction_sums(down, right, bins):
    """Return the summed lengths (bins,) of gradients by their angle."""
    strength = np.hypot(down, right)
    angle = np.abs(np.arctan2(down, right))
    number = (angle / (2 * np.pi) * bins).astype(int)
    return np.bincount(number.ravel(), strength.ravel(), minlength=bins)
