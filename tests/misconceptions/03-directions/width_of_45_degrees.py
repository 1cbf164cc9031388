"""Takes the 45° of the lesson, however many bins are asked for."""
# message: opposite directions share a bin


def direction_sums(down, right, bins):
    """Return the summed lengths (bins,) of gradients by their angle."""
    angle = np.degrees(np.arctan2(down, right)) % 360
    number = (angle // 45).astype(int) % bins
    strength = np.hypot(down, right)
    return np.bincount(number.ravel(), strength.ravel(), minlength=bins)
