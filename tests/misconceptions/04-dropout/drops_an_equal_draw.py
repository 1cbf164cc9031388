"""Keeps only draws above the share."""
# message: a draw equal to the share is not below


def drop(values, share, draws, training):
    """Return `values` (N, H) with dropout by `draws` (N, H) in training."""
    if not training:
        return values
    return np.where(draws > share, values / (1 - share), 0)
