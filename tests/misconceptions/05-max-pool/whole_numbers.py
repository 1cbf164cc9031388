"""Keeps the maxima in whole numbers."""
# message: halves were cut off


def max_pool(maps, window):
    """Return the block maxima (N, H // window, W // window, C) of `maps`."""
    n, height, width, channels = maps.shape
    pooled = np.zeros((n, height // window, width // window, channels), int)
    for row, column in np.ndindex(pooled.shape[1:3]):
        top, left = row * window, column * window
        block = maps[:, top : top + window, left : left + window]
        pooled[:, row, column] = block.max(axis=(1, 2))
    return pooled
