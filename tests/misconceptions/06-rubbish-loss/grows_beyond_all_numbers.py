"""Has the signs turned round, and overflows."""
# message: two digits


def rubbish_loss(distances, labels, j):
    """Return the loss (N,) of squared distances (N, C) and labels (N,)."""
    right = distances[np.arange(len(labels)), labels]
    return np.log(np.exp(j) + np.exp(distances).sum(axis=1)) - right
