"""Turns the draws into a mask in place."""
# message: the draws were changed


def drop(values, share, draws, training):
    """Return `values` (N, H) with dropout by `draws` (N, H) in training.

    A value is dropped where its draw is below `share` (0 to below 1).
    """
    if not training:
        return values
    draws[draws < share] = 0
    draws[draws >= share] = 1 / (1 - share)
    return values * draws
