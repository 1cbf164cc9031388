"""The other pieces are left as a list instead of being joined."""


# message: join the pieces of the first
def make_folds(count, folds, rng):
    pieces = np.array_split(rng.permutation(count), folds)
    pairs = []
    for k in range(folds):
        pairs.append((pieces[:k] + pieces[k + 1 :], pieces[k]))
    return pairs
