"""Takes np.roll for a shift: what leaves on the right comes back in."""
# message: the right edge came back


def shift_right(image, columns):
    """Return `image` (H, W, C) moved right by `columns`, 0 to W - 1."""
    return np.roll(image, columns, axis=1)
