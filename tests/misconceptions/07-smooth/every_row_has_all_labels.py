"""Writes all labels into every row."""
# message: one class a row


def smooth(labels, classes, share):
    """Return smoothed labels (N, K) for labels (N,) below K = `classes`."""
    rows = np.full((len(labels), classes), share / classes)
    rows[:, labels] = 1 - share + share / classes
    return rows
