"""Shuffles with NumPy's global generator: each run has other folds."""
# message: same rng, other folds


def make_folds(count, folds, rng):
    """Return a list of `folds` pairs (training, held out) of index arrays."""
    indices = np.arange(count)
    np.random.shuffle(indices)
    pieces = np.array_split(indices, folds)
    pairs = []
    for i in range(folds):
        rest = np.concatenate(pieces[:i] + pieces[i + 1 :])
        pairs.append((rest, pieces[i]))
    return pairs
