"""Copies the picture and never fills the columns that became free."""
# message: repeat column 0


def shift_right(image, columns):
    """Return `image` (H, W, C) moved right by `columns`, 0 to W - 1."""
    moved = image.copy()
    for column in range(columns, image.shape[1]):
        moved[:, column] = image[:, column - columns]
    return moved
