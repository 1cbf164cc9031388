"""Numbers the labels that occur."""
# message: label 2 is column 2


def smooth(labels, classes, share):
    """Return smoothed labels (N, K) for labels (N,) below K = `classes`."""
    number = np.unique(labels, return_inverse=True)[1]
    hard = np.eye(classes)[number]
    return (1 - share) * hard + share / classes
