"""Takes log10."""
# message: natural logarithm


def rubbish_loss(distances, labels, j):
    """Return the loss (N,) of squared distances (N, C) and labels (N,)."""
    right = distances[np.arange(len(labels)), labels]
    return right + np.log10(np.exp(-j) + np.exp(-distances).sum(axis=1))
