"""Rolls the flattened picture, so pixels move on to the next row."""
# message: roll needs an axis


def shift_right(image, columns):
    """Return `image` (H, W, C) moved right by `columns`, 0 to W - 1."""
    return np.roll(image, columns)
