"""Keeps a value where its draw is below 1 - share."""
# message: turned round


def drop(values, share, draws, training):
    """Return `values` (N, H) with dropout by `draws` (N, H) in training."""
    if not training:
        return values
    return values * (draws < 1 - share) / (1 - share)
