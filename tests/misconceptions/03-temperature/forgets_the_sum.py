"""Subtracts the largest, and returns the exponentials."""
# message: divide by their sum


def soften(scores, temperature):
    """Return the softmax (N, C) of `scores` (N, C) divided by `temperature`."""
    moved = scores / temperature
    return np.exp(moved - moved.max(axis=1, keepdims=True))
