"""Returns the distances from the mean."""
# message: not distances


def difference_interval(first, second, seed, times=1_000):
    """Return (low, high) of accuracy(second) − accuracy(first), 95 %."""
    draw = np.random.default_rng(seed)
    places = draw.integers(0, len(first), (times, len(first)))
    gap = 1.0 * second - first
    return np.percentile(gap[places].mean(axis=1), [2.5, 97.5]) - gap.mean()
