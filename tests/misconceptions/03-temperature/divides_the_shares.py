"""Divides the probabilities, which then no longer sum to 1."""
# message: divide the scores, not the shares


def soften(scores, temperature):
    """Return the softmax (N, C) of `scores` (N, C) divided by `temperature`."""
    exponentials = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares = exponentials / exponentials.sum(axis=1, keepdims=True)
    return shares / temperature
