"""Sums over the pictures."""
# message: each column sums to 1


def soften(scores, temperature):
    """Return the softmax (N, C) of `scores` (N, C) divided by `temperature`."""
    exponentials = np.exp(scores / temperature)
    return exponentials / exponentials.sum(axis=0)
