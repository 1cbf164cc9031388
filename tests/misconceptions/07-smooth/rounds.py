"""Rounds to two digits."""
# message: do not round


def smooth(labels, classes, share):
    """Return smoothed labels (N, K) for labels (N,) below K = `classes`."""
    hard = np.eye(classes)[labels]
    return np.round((1 - share) * hard + share / classes, 2)
