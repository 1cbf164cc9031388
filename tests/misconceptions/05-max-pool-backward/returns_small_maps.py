"""Keeps the size of the pooled maps."""
# message: the shape of the maps


def max_pool_backward(by_pooled, maps, pooled, window):
    """Return the gradient by `maps` (N, H, W, C).

    `pooled` (N, H / window, W / window, C) are the maxima of the blocks of
    `maps`, `by_pooled` the gradient by them.
    """
    return np.where(pooled > 0, by_pooled, 0)
