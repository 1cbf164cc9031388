"""Takes the largest over a whole row of blocks."""
# message: a whole row of blocks


def max_pool(maps, window):
    """Return the block maxima (N, H // window, W // window, C) of `maps`."""
    n, height, width, channels = maps.shape
    rows, columns = height // window, width // window
    cut = maps[:, : rows * window, : columns * window]
    blocks = cut.reshape(n, rows, window, columns, window, channels)
    largest = blocks.max(axis=(2, 3, 4), keepdims=True)[:, :, 0, :, 0]
    return largest.repeat(columns, axis=2)
