"""Scales the array it was given, at inference."""
# message: training has scaled already


def drop(values, share, draws, training):
    """Return `values` (N, H) with dropout by `draws` (N, H) in training."""
    if training:
        return np.where(draws >= share, values / (1 - share), 0)
    values *= 1 - share
    return values
