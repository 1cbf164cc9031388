"""Adds the parts and takes nothing from the class."""
# message: 1.2 so far


def smooth(labels, classes, share):
    """Return smoothed labels (N, K) for labels (N,) below K = `classes`."""
    return np.eye(classes)[labels] + share / classes
