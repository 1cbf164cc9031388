"""Takes the lesson's 2.78, which belongs to five folds."""
# message: Student's t for K - 1


def paired_interval(first, second):
    """Return (mean, low, high) of second − first, a 95 % interval."""
    first, second = np.asarray(first, float), np.asarray(second, float)
    if len(first) != len(second) or len(first) < 2:
        raise ValueError("equally many folds, at least two")
    difference = second - first
    count = len(difference)
    mean = difference.mean()
    reach = 2.78 * difference.std(ddof=1) / np.sqrt(count)
    return mean, mean - reach, mean + reach
