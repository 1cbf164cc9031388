"""Leaves the free columns at the 0 of np.zeros."""
# message: the free columns are black


def shift_right(image, columns):
    """Return `image` (H, W, C) moved right by `columns`, 0 to W - 1."""
    moved = np.zeros_like(image)
    moved[:, columns:] = image[:, : image.shape[1] - columns]
    return moved
