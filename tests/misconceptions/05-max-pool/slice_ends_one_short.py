"""Ends each slice one pixel before the end of the block."""
# message: where does the slice end


def max_pool(maps, window):
    """Return the block maxima (N, H // window, W // window, C) of `maps`."""
    n, height, width, channels = maps.shape
    pooled = np.zeros((n, height // window, width // window, channels))
    for row, column in np.ndindex(pooled.shape[1:3]):
        top, left = row * window, column * window
        below, right = top + window - 1, left + window - 1
        pooled[:, row, column] = maps[:, top:below, left:right].max(axis=(1, 2))
    return pooled
