"""Loses the column axis with image[:, 0]; NumPy lays it along the rows."""
# message: image[:, 0] has no columns


def shift_right(image, columns):
    """Return `image` (H, W, C) moved right by `columns`, 0 to W - 1."""
    moved = np.roll(image, columns, axis=1)
    moved[:, :columns] = image[:, 0]
    return moved
