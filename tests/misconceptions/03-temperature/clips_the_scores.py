"""Cuts large scores, so that 1,000 and 999 become the same."""
# message: subtract each row's largest


def soften(scores, temperature):
    """Return the softmax (N, C) of `scores` (N, C) divided by `temperature`."""
    exponentials = np.exp(np.clip(scores / temperature, -700, 700))
    return exponentials / exponentials.sum(axis=1, keepdims=True)
