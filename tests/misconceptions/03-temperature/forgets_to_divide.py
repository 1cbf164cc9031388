"""Returns the exponentials."""
# message: divide by their sum


def soften(scores, temperature):
    """Return the softmax (N, C) of `scores` (N, C) divided by `temperature`."""
    return np.exp(scores / temperature)
