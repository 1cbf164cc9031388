"""Leaves out columns at the front."""
# message: leave it out


def max_pool(maps, window):
    """Return the block maxima (N, H // window, W // window, C) of `maps`."""
    n, height, width, channels = maps.shape
    rows, columns = height // window, width // window
    cut = maps[:, height - rows * window :, width - columns * window :]
    blocks = cut.reshape(n, rows, window, columns, window, channels)
    return blocks.max(axis=(2, 4))
