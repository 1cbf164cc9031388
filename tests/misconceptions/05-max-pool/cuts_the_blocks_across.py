"""Puts the two block axes together in the reshape."""
# message: cut across


def max_pool(maps, window):
    """Return the block maxima (N, H // window, W // window, C) of `maps`."""
    n, height, width, channels = maps.shape
    rows, columns = height // window, width // window
    cut = maps[:, : rows * window, : columns * window]
    blocks = cut.reshape(n, rows, columns, window, window, channels)
    return blocks.max(axis=(3, 4))
