"""Adds rubbish after the logarithm."""
# message: inside the logarithm


def rubbish_loss(distances, labels, j):
    """Return the loss (N,) of squared distances (N, C) and labels (N,)."""
    right = distances[np.arange(len(labels)), labels]
    return right + np.exp(-j) + np.log(np.exp(-distances).sum(axis=1))
