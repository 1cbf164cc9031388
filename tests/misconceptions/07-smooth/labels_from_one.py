"""Thinks that the first class has label 1."""
# message: label 2 is column 2


def smooth(labels, classes, share):
    """Return smoothed labels (N, K) for labels (N,) below K = `classes`."""
    hard = np.eye(classes)[labels - 1]
    return (1 - share) * hard + share / classes
