"""Divides by the share that is dropped."""
# message: divided by the share dropped


def drop(values, share, draws, training):
    """Return `values` (N, H) with dropout by `draws` (N, H) in training."""
    if not training:
        return values
    return values * (draws >= share) / share
