"""Keeps a value where its draw is below the share."""
# message: turned round


def drop(values, share, draws, training):
    """Return `values` (N, H) with dropout by `draws` (N, H) in training."""
    if not training:
        return values
    return values * (draws < share) / (1 - share)
