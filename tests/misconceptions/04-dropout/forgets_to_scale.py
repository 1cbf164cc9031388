"""Drops and leaves the rest as it is."""
# message: the mean falls


def drop(values, share, draws, training):
    """Return `values` (N, H) with dropout by `draws` (N, H) in training."""
    if not training:
        return values
    return np.where(draws < share, 0, values)
