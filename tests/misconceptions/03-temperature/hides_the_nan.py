"""Repairs the overflow with nan_to_num."""
# message: subtract each row's largest


def soften(scores, temperature):
    """Return the softmax (N, C) of `scores` (N, C) divided by `temperature`."""
    exponentials = np.nan_to_num(np.exp(scores / temperature))
    return exponentials / exponentials.sum(axis=1, keepdims=True)
