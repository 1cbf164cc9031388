"""Writes `** 1 / temperature`: Python takes the power 1, then divides."""
# message: the temperature changed nothing


def soften(scores, temperature):
    """Return the softmax (N, C) of `scores` (N, C) divided by `temperature`."""
    moved = scores - scores.max(axis=1, keepdims=True)
    exponentials = np.exp(moved) ** 1 / temperature
    return exponentials / exponentials.sum(axis=1, keepdims=True)
