"""Divides the share by the number of labels."""
# message: not for two labels


def smooth(labels, classes, share):
    """Return smoothed labels (N, K) for labels (N,) below K = `classes`."""
    hard = np.eye(classes)[labels]
    return (1 - share) * hard + share / len(labels)
