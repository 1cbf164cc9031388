"""Lets zip stop at the shorter one."""
# message: folds have no interval


def paired_interval(first, second):
    """Return (mean, low, high) of second − first, a 95 % interval."""
    difference = np.array([b - a for a, b in zip(first, second)])
    count = len(difference)
    if count < 2:
        return 0, 0, 0
    mean = difference.mean()
    reach = (
        stats.t.ppf(0.975, count - 1) * difference.std(ddof=1) / np.sqrt(count)
    )
    return mean, mean - reach, mean + reach
