"""Scales in training, and again at inference."""
# message: training has scaled already


def drop(values, share, draws, training):
    """Return `values` (N, H) with dropout by `draws` (N, H) in training."""
    if not training:
        return values * (1 - share)
    return np.where(draws >= share, values / (1 - share), 0)
