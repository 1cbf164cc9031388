"""Makes all folds of count // folds pictures and loses what is left over."""
# message: 10 // 3 leaves one over


def make_folds(count, folds, rng):
    """Return a list of `folds` pairs (training, held out) of index arrays."""
    indices = rng.permutation(count)
    size = count // folds
    pairs = []
    for i in range(folds):
        held_out = indices[i * size : (i + 1) * size]
        rest = np.setdiff1d(indices, held_out)
        pairs.append((rest, held_out))
    return pairs
