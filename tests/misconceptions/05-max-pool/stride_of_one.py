"""Moves the window by one pixel."""
# message: two rows and two columns of blocks


def max_pool(maps, window):
    """Return the block maxima (N, H // window, W // window, C) of `maps`."""
    views = np.lib.stride_tricks.sliding_window_view(
        maps, (window, window), axis=(1, 2)
    )
    return views.max(axis=(4, 5))
