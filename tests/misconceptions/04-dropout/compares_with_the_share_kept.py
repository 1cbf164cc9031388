"""Reads the share as the share to keep, in the comparison only."""
# message: compare with the share dropped


def drop(values, share, draws, training):
    """Return `values` (N, H) with dropout by `draws` (N, H) in training."""
    if not training:
        return values
    return values * (draws >= 1 - share) / (1 - share)
