"""Drops the sign of each difference."""
# message: keep the signs


def difference_interval(first, second, seed, times=1_000):
    """Return (low, high) of accuracy(second) − accuracy(first), 95 %."""
    draw = np.random.default_rng(seed)
    places = draw.integers(0, len(first), (times, len(first)))
    gaps = second[places].mean(axis=1) - first[places].mean(axis=1)
    return np.percentile(np.abs(gaps), [2.5, 97.5])
