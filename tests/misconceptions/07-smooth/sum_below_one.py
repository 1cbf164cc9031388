"""Leaves the class without its part."""
# message: 0.95 so far


def smooth(labels, classes, share):
    """Return smoothed labels (N, K) for labels (N,) below K = `classes`."""
    rows = np.full((len(labels), classes), share / classes)
    rows[np.arange(len(labels)), labels] = 1 - share
    return rows
