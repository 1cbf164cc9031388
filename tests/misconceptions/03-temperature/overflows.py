"""Takes exponentials of scores as they come."""
# message: subtract each row's largest first


def soften(scores, temperature):
    """Return the softmax (N, C) of `scores` (N, C) divided by `temperature`."""
    exponentials = np.exp(scores / temperature)
    return exponentials / exponentials.sum(axis=1, keepdims=True)
