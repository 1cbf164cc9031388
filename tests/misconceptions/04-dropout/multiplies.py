"""Multiplies by the share kept instead of dividing."""
# message: multiplied


def drop(values, share, draws, training):
    """Return `values` (N, H) with dropout by `draws` (N, H) in training."""
    if not training:
        return values
    return values * (draws >= share) * (1 - share)
