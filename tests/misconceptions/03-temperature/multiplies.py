"""Multiplies by the temperature."""
# message: multiplied: the temperature divides


def soften(scores, temperature):
    """Return the softmax (N, C) of `scores` (N, C) divided by `temperature`."""
    exponentials = np.exp(scores * temperature)
    return exponentials / exponentials.sum(axis=1, keepdims=True)
