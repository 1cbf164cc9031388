"""Moves the window by one pixel from block to block."""
# message: blocks do not overlap


def max_pool(maps, window):
    """Return the block maxima (N, H // window, W // window, C) of `maps`."""
    n, height, width, channels = maps.shape
    pooled = np.zeros((n, height // window, width // window, channels))
    for row, column in np.ndindex(pooled.shape[1:3]):
        block = maps[:, row : row + window, column : column + window]
        pooled[:, row, column] = block.max(axis=(1, 2))
    return pooled
