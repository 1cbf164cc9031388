"""Leaves out the axis."""
# message: each row has its own


def soften(scores, temperature):
    """Return the softmax (N, C) of `scores` (N, C) divided by `temperature`."""
    exponentials = np.exp(scores / temperature)
    return exponentials / exponentials.sum()
