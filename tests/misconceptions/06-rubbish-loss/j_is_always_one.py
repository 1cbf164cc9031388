"""Ignores j."""
# message: j is 5 here


def rubbish_loss(distances, labels, j):
    """Return the loss (N,) of squared distances (N, C) and labels (N,)."""
    right = distances[np.arange(len(labels)), labels]
    return right + np.log(np.exp(-1) + np.exp(-distances).sum(axis=1))
