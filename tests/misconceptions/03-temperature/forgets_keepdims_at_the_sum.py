"""Subtracts rightly, then divides columns by the rows' sums."""
# message: sum along a row


def soften(scores, temperature):
    """Return the softmax (N, C) of `scores` (N, C) divided by `temperature`."""
    moved = scores / temperature
    moved = moved - moved.max(axis=1, keepdims=True)
    exponentials = np.exp(moved)
    return exponentials / exponentials.sum(axis=1)
