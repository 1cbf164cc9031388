"""Reshapes to (window, rows) instead of (rows, window)."""
# message: windows were taken for the blocks


def max_pool(maps, window):
    """Return the block maxima (N, H // window, W // window, C) of `maps`."""
    n, height, width, channels = maps.shape
    rows, columns = height // window, width // window
    cut = maps[:, : rows * window, : columns * window]
    blocks = cut.reshape(n, window, rows, window, columns, channels)
    return blocks.max(axis=(1, 3))
