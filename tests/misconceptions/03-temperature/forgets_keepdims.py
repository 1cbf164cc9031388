"""Sums along the rows and divides along the columns."""
# message: needs keepdims=True


def soften(scores, temperature):
    """Return the softmax (N, C) of `scores` (N, C) divided by `temperature`."""
    exponentials = np.exp(scores / temperature)
    return exponentials / exponentials.sum(axis=1)
