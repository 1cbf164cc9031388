"""Forgets the case without folds."""
# message: 0 and 0 folds


def paired_interval(first, second):
    """Return (mean, low, high) of second − first, a 95 % interval."""
    first, second = np.asarray(first, float), np.asarray(second, float)
    if len(first) != len(second) or len(first) == 1:
        raise ValueError("equally many folds, at least two")
    if len(first) == 0:
        return 0, 0, 0
    difference = second - first
    count = len(difference)
    mean = difference.mean()
    reach = (
        stats.t.ppf(0.975, count - 1) * difference.std(ddof=1) / np.sqrt(count)
    )
    return mean, mean - reach, mean + reach
