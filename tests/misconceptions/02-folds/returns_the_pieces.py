"""Returns the pieces and leaves it to the caller to hold them out."""
# message: three folds, each a pair


def make_folds(count, folds, rng):
    """Return a list of `folds` pairs (training, held out) of index arrays."""
    return np.array_split(rng.permutation(count), folds)
