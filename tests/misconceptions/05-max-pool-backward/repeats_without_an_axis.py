"""Repeats each maximum in one long line and reshapes it."""
# message: repeat by axis


def max_pool_backward(by_pooled, maps, pooled, window):
    """Return the gradient by `maps` (N, H, W, C).

    `pooled` (N, H / window, W / window, C) are the maxima of the blocks of
    `maps`, `by_pooled` the gradient by them.
    """
    large = pooled.repeat(window**2).reshape(maps.shape)
    slopes = by_pooled.repeat(window**2).reshape(maps.shape)
    return np.where(maps == large, slopes, 0)
