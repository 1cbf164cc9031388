"""Leaves the class without its part, then divides by the sum."""
# message: not by a division


def smooth(labels, classes, share):
    """Return smoothed labels (N, K) for labels (N,) below K = `classes`."""
    rows = np.full((len(labels), classes), share / classes)
    rows[np.arange(len(labels)), labels] = 1 - share
    return rows / rows.sum(axis=1, keepdims=True)
