"""Repairs column 0 of the rolled picture and no other free column."""
# message: only one was filled


def shift_right(image, columns):
    """Return `image` (H, W, C) moved right by `columns`, 0 to W - 1."""
    moved = np.roll(image, columns, axis=1)
    moved[:, 0] = image[:, 0]
    return moved
