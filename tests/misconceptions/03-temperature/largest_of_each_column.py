"""Subtracts each column's largest score."""
# message: a row's largest


def soften(scores, temperature):
    """Return the softmax (N, C) of `scores` (N, C) divided by `temperature`."""
    moved = scores / temperature
    moved = moved - moved.max(axis=0)
    exponentials = np.exp(moved)
    return exponentials / exponentials.sum(axis=1, keepdims=True)
