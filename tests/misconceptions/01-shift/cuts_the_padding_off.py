"""Pads on the left and cuts the same columns off again."""
# message: the wrong side cut off


def shift_right(image, columns):
    """Return `image` (H, W, C) moved right by `columns`, 0 to W - 1."""
    wide = np.pad(image, ((0, 0), (columns, 0), (0, 0)), mode="edge")
    return wide[:, columns:]
