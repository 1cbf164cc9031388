"""Gives the slope to each pixel of the block."""
# message: each pixel got the slope


def max_pool_backward(by_pooled, maps, pooled, window):
    """Return the gradient by `maps` (N, H, W, C).

    `pooled` (N, H / window, W / window, C) are the maxima of the blocks of
    `maps`, `by_pooled` the gradient by them.
    """
    return by_pooled.repeat(window, axis=1).repeat(window, axis=2)
