"""Returns (held out, training)."""
# message: the training indices come first


def make_folds(count, folds, rng):
    """Return a list of `folds` pairs (training, held out) of index arrays."""
    pieces = np.array_split(rng.permutation(count), folds)
    pairs = []
    for i in range(folds):
        rest = np.concatenate(pieces[:i] + pieces[i + 1 :])
        pairs.append((pieces[i], rest))
    return pairs
