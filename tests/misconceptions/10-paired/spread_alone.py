"""Takes mean ± s."""
# message: mean ± t · s / √K


def paired_interval(first, second):
    """Return (mean, low, high) of second − first, a 95 % interval."""
    first, second = np.asarray(first, float), np.asarray(second, float)
    if len(first) != len(second) or len(first) < 2:
        raise ValueError("equally many folds, at least two")
    difference = second - first
    mean = difference.mean()
    reach = difference.std(ddof=1)
    return mean, mean - reach, mean + reach
