"""Hands scipy the standard deviation as the scale."""
# message: divide s by √K, once


def paired_interval(first, second):
    """Return (mean, low, high) of second − first, a 95 % interval."""
    first, second = np.asarray(first, float), np.asarray(second, float)
    if len(first) != len(second) or len(first) < 2:
        raise ValueError("equally many folds, at least two")
    difference = second - first
    count = len(difference)
    mean = difference.mean()
    scale = difference.std(ddof=1)
    low, high = stats.t.interval(0.95, count - 1, mean, scale)
    return mean, low, high
