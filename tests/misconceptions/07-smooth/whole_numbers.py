"""Fills an array of whole numbers, in which all fractions become 0."""
# message: whole numbers


def smooth(labels, classes, share):
    """Return smoothed labels (N, K) for labels (N,) below K = `classes`."""
    rows = np.zeros((len(labels), classes), dtype=int)
    rows[:] = share / classes
    rows[np.arange(len(labels)), labels] = 1 - share + share / classes
    return rows
