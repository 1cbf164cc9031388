"""Takes arctan of the ratio, which forgets the signs."""
# message: opposite directions share a bin


def direction_sums(down, right, bins):
    """Return the summed lengths (bins,) of gradients by their angle."""
    strength = np.hypot(down, right)
    with np.errstate(invalid="ignore"):
        ratio = np.nan_to_num(down / right)
    angle = np.arctan(ratio) % (2 * np.pi)
    number = (angle / (2 * np.pi) * bins).astype(int) % bins
    return np.bincount(number.ravel(), strength.ravel(), minlength=bins)
