"""Tiles the maxima as well as the slopes."""
# message: the maxima were tiled


def max_pool_backward(by_pooled, maps, pooled, window):
    """Return the gradient by `maps` (N, H, W, C).

    `pooled` (N, H / window, W / window, C) are the maxima of the blocks of
    `maps`, `by_pooled` the gradient by them.
    """
    copies = (1, window, window, 1)
    large, slopes = np.tile(pooled, copies), np.tile(by_pooled, copies)
    return np.where(maps == large, slopes, 0)
