"""Cuts the longer one off."""
# message: 2 and 1 folds


def paired_interval(first, second):
    """Return (mean, low, high) of second − first, a 95 % interval."""
    count = min(len(first), len(second))
    if len(first) < 2:
        raise ValueError("two folds")
    difference = np.asarray(second[:count]) - np.asarray(first[:count])
    mean = difference.mean()
    with np.errstate(all="ignore"):
        reach = stats.t.ppf(0.975, count - 1) * np.sqrt(
            np.sum((difference - mean) ** 2) / (count - 1 or 1) / count
        )
    return mean, mean - reach, mean + reach
