"""Looks for the slopes among the maps, where they are not."""
# message: no pixel got a slope


def max_pool_backward(by_pooled, maps, pooled, window):
    """Return the gradient by `maps` (N, H, W, C).

    `pooled` (N, H / window, W / window, C) are the maxima of the blocks of
    `maps`, `by_pooled` the gradient by them.
    """
    large = by_pooled.repeat(window, axis=1).repeat(window, axis=2)
    slopes = pooled.repeat(window, axis=1).repeat(window, axis=2)
    return np.where(maps == large, slopes, 0)
