"""Asks lists for their shape."""
# message: AttributeError: lists will do


def paired_interval(first, second):
    """Return (mean, low, high) of second − first, a 95 % interval."""
    if first.shape != second.shape or len(first) < 2:
        raise ValueError("equally many folds, at least two")
    difference, count = second - first, len(first)
    mean = difference.mean()
    reach = (
        stats.t.ppf(0.975, count - 1) * difference.std(ddof=1) / np.sqrt(count)
    )
    return mean, mean - reach, mean + reach
