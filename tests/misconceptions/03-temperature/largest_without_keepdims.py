"""Subtracts the rows' largest scores from the columns."""
# message: a row's largest


def soften(scores, temperature):
    """Return the softmax (N, C) of `scores` (N, C) divided by `temperature`."""
    moved = scores / temperature
    moved = moved - moved.max(axis=1)
    exponentials = np.exp(moved)
    return exponentials / exponentials.sum(axis=1, keepdims=True)
