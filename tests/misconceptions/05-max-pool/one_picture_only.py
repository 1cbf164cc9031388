"""Pools the first picture of the batch."""
# message: windows of 3


def max_pool(maps, window):
    """Return the block maxima (N, H // window, W // window, C) of `maps`."""
    _, height, width, channels = maps.shape
    rows, columns = height // window, width // window
    pooled = np.zeros((1, rows, columns, channels))
    for row, column, channel in np.ndindex(rows, columns, channels):
        top, left = row * window, column * window
        block = maps[0, top : top + window, left : left + window, channel]
        pooled[0, row, column, channel] = block.max()
    return pooled
