"""Adds 1 for rubbish."""
# message: not 1


def rubbish_loss(distances, labels, j):
    """Return the loss (N,) of squared distances (N, C) and labels (N,)."""
    right = distances[np.arange(len(labels)), labels]
    return right + np.log(1 + np.exp(-distances).sum(axis=1))
