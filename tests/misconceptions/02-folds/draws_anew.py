"""Draws the held-out pictures of each fold anew, so some come twice."""
# message: a picture was held out twice


def make_folds(count, folds, rng):
    """Return a list of `folds` pairs (training, held out) of index arrays."""
    pairs = []
    for _ in range(folds):
        held_out = rng.choice(count, size=count // folds, replace=False)
        training = np.setdiff1d(np.arange(count), held_out)
        pairs.append((training, held_out))
    return pairs
