"""Numbers the pictures from 1, so that the first is never used."""
# message: the indices are 0 to 9


def make_folds(count, folds, rng):
    """Return a list of `folds` pairs (training, held out) of index arrays."""
    pieces = np.array_split(rng.permutation(np.arange(1, count + 1)), folds)
    pairs = []
    for i in range(folds):
        rest = np.concatenate(pieces[:i] + pieces[i + 1 :])
        pairs.append((rest, pieces[i]))
    return pairs
