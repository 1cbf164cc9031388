"""Gives the share to the class and the rest to all."""
# message: share and rest were exchanged


def smooth(labels, classes, share):
    """Return smoothed labels (N, K) for labels (N,) below K = `classes`."""
    hard = np.eye(classes)[labels]
    return share * hard + (1 - share) / classes
