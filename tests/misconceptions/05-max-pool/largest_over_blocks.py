"""Takes the maximum along the axes of the blocks."""
# message: largest of all blocks


def max_pool(maps, window):
    """Return the block maxima (N, H // window, W // window, C) of `maps`."""
    n, height, width, channels = maps.shape
    rows, columns = height // window, width // window
    cut = maps[:, : rows * window, : columns * window]
    blocks = cut.reshape(n, rows, columns, window, window, channels)
    return blocks.max(axis=(1, 2))
