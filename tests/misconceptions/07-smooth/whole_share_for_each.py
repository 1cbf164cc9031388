"""Gives the whole share to each class."""
# message: the classes together


def smooth(labels, classes, share):
    """Return smoothed labels (N, K) for labels (N,) below K = `classes`."""
    rows = np.full((len(labels), classes), share)
    rows[np.arange(len(labels)), labels] = 1 - share
    return rows
