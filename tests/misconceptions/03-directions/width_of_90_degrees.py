"""Writes the width of the example's bins into the function."""
# message: 45° wide


def direction_sums(down, right, bins):
    """Return the summed lengths (bins,) of gradients by their angle."""
    strength = np.hypot(down, right)
    angle = np.degrees(np.arctan2(down, right)) % 360
    number = (angle // 90).astype(int)
    return np.bincount(number.ravel(), strength.ravel(), minlength=bins)
