"""Compares every channel with the maximum of each."""
# message: two pictures, two channels


def max_pool_backward(by_pooled, maps, pooled, window):
    """Return the gradient by `maps` (N, H, W, C).

    `pooled` (N, H / window, W / window, C) are the maxima of the blocks of
    `maps`, `by_pooled` the gradient by them.
    """
    gradient = np.zeros(maps.shape)
    for n, row, column, channel in np.ndindex(pooled.shape):
        rows = slice(row * window, (row + 1) * window)
        columns = slice(column * window, (column + 1) * window)
        hit = maps[n, rows, columns] == pooled[n, row, column, channel]
        gradient[n, rows, columns] += hit * by_pooled[n, row, column, channel]
    return gradient
