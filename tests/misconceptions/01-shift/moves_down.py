"""Takes the first axis for x, so that the picture moves down."""
# message: columns come second


def shift_right(image, columns):
    """Return `image` (H, W, C) moved right by `columns`, 0 to W - 1."""
    tall = np.pad(image, ((columns, 0), (0, 0), (0, 0)), mode="edge")
    return tall[: len(image)]
