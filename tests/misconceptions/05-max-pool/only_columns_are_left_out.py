"""Leaves out columns but no rows."""
# message: 2 rows of 3 blocks


def max_pool(maps, window):
    """Return the block maxima (N, H // window, W // window, C) of `maps`."""
    n, height, width, channels = maps.shape
    columns = width // window
    strips = maps[:, :, : columns * window]
    strips = strips.reshape(n, height, columns, window, channels).max(axis=3)
    starts = np.arange(0, height, window)
    return np.maximum.reduceat(strips, starts, axis=1)
