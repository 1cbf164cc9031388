"""Holds out every third picture and takes that for a shuffle."""
# message: other rng, same folds


def make_folds(count, folds, rng):
    """Return a list of `folds` pairs (training, held out) of index arrays."""
    indices = np.arange(count)
    pairs = []
    for i in range(folds):
        held_out = indices % folds == i
        pairs.append((indices[~held_out], indices[held_out]))
    return pairs
