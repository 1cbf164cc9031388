"""Fills an array of np.zeros, which holds floats unless told otherwise."""
# message: np.zeros makes floats


def shift_right(image, columns):
    """Return `image` (H, W, C) moved right by `columns`, 0 to W - 1."""
    moved = np.zeros(image.shape)
    for column in range(image.shape[1]):
        moved[:, column] = image[:, max(0, column - columns)]
    return moved
