"""Cuts the indices in the order of the file."""
# message: other rng, same folds


def make_folds(count, folds, rng):
    """Return a list of `folds` pairs (training, held out) of index arrays."""
    pieces = np.array_split(np.arange(count), folds)
    pairs = []
    for i in range(folds):
        rest = np.concatenate(pieces[:i] + pieces[i + 1 :])
        pairs.append((rest, pieces[i]))
    return pairs
