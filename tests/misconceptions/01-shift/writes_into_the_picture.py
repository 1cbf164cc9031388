"""Takes `moved = image` for a copy and overwrites the caller's picture."""
# message: the picture passed in was changed


def shift_right(image, columns):
    """Return `image` (H, W, C) moved right by `columns`, 0 to W - 1."""
    moved = image
    for column in range(image.shape[1] - 1, columns - 1, -1):
        moved[:, column] = image[:, column - columns]
    for column in range(columns):
        moved[:, column] = image[:, 0]
    return moved
