"""Forgets the distance to the right code."""
# message: distance to the right code is missing


def rubbish_loss(distances, labels, j):
    """Return the loss (N,) of squared distances (N, C) and labels (N,)."""
    right = distances[np.arange(len(labels)), labels]
    return 0 * right + np.log(np.exp(-j) + np.exp(-distances).sum(axis=1))
