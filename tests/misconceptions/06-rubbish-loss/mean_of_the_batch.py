"""Returns the mean."""
# message: one loss for each digit


def rubbish_loss(distances, labels, j):
    """Return the loss (N,) of squared distances (N, C) and labels (N,)."""
    right = distances[np.arange(len(labels)), labels]
    losses = right + np.log(np.exp(-j) + np.exp(-distances).sum(axis=1))
    return losses.mean()
