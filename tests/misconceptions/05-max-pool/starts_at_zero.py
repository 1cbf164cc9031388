"""Looks for numbers larger than 0."""
# message: a block may be negative


def max_pool(maps, window):
    """Return the block maxima (N, H // window, W // window, C) of `maps`."""
    n, height, width, channels = maps.shape
    rows, columns = height // window, width // window
    pooled = np.zeros((n, rows, columns, channels))
    for row, column in np.ndindex(rows, columns):
        top, left = row * window, column * window
        for down, right in np.ndindex(window, window):
            seen = maps[:, top + down, left + right]
            pooled[:, row, column] = np.maximum(pooled[:, row, column], seen)
    return pooled
