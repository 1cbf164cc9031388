"""Returns the smallest and the largest difference."""
# message: differences themselves are no ends


def paired_interval(first, second):
    """Return (mean, low, high) of second − first, a 95 % interval."""
    first, second = np.asarray(first, float), np.asarray(second, float)
    if len(first) != len(second) or len(first) < 2:
        raise ValueError("equally many folds, at least two")
    difference = second - first
    mean = difference.mean()
    return mean, difference.min(), difference.max()
