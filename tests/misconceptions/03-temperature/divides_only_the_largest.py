"""Forgets brackets, so that only the subtracted number is divided."""
# message: the temperature changed nothing


def soften(scores, temperature):
    """Return the softmax (N, C) of `scores` (N, C) divided by `temperature`."""
    moved = scores - scores.max(axis=1, keepdims=True) / temperature
    exponentials = np.exp(moved)
    return exponentials / exponentials.sum(axis=1, keepdims=True)
