"""Sets the dropped values to 0 in the array it was given."""
# message: the values were changed


def drop(values, share, draws, training):
    """Return `values` (N, H) with dropout by `draws` (N, H) in training."""
    if not training:
        return values
    values[draws < share] = 0
    return values / (1 - share)
