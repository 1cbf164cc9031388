"""Takes the first class for the right one."""
# message: row by row


def rubbish_loss(distances, labels, j):
    """Return the loss (N,) of squared distances (N, C) and labels (N,)."""
    right = distances[:, 0]
    return right + np.log(np.exp(-j) + np.exp(-distances).sum(axis=1))
