"""Divides by the share that happened to be kept."""
# message: what chance has kept


def drop(values, share, draws, training):
    """Return `values` (N, H) with dropout by `draws` (N, H) in training."""
    if not training:
        return values
    kept = draws >= share
    return values * kept / kept.mean()
