"""Takes Welch's interval."""
# message: differences first, then s


def paired_interval(first, second):
    """Return (mean, low, high) of second − first, a 95 % interval."""
    first, second = np.asarray(first, float), np.asarray(second, float)
    if len(first) != len(second) or len(first) < 2:
        raise ValueError("equally many folds, at least two")
    difference = second - first
    mean = difference.mean()
    test = stats.ttest_ind(second, first, equal_var=False)
    interval = test.confidence_interval()
    return mean, interval.low, interval.high
