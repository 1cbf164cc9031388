"""Sorts the labels in place."""
# message: changed in place


def smooth(labels, classes, share):
    """Return smoothed labels (N, K) for labels (N,) below K = `classes`."""
    labels.sort()
    hard = np.eye(classes)[labels]
    return (1 - share) * hard + share / classes
