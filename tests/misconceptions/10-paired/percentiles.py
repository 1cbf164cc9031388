"""Takes percentiles of the differences."""
# message: differences themselves are no ends


def paired_interval(first, second):
    """Return (mean, low, high) of second − first, a 95 % interval."""
    first, second = np.asarray(first, float), np.asarray(second, float)
    if len(first) != len(second) or len(first) < 2:
        raise ValueError("equally many folds, at least two")
    difference = second - first
    mean = difference.mean()
    low, high = np.percentile(difference, [2.5, 97.5])
    return mean, low, high
