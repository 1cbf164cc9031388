"""Returns the interval without the mean."""
# message: return three numbers


def paired_interval(first, second):
    """Return (mean, low, high) of second − first, a 95 % interval."""
    first, second = np.asarray(first, float), np.asarray(second, float)
    if len(first) != len(second) or len(first) < 2:
        raise ValueError("equally many folds, at least two")
    difference = second - first
    count = len(difference)
    mean = difference.mean()
    reach = (
        stats.t.ppf(0.975, count - 1) * difference.std(ddof=1) / np.sqrt(count)
    )
    return mean - reach, mean + reach
