"""Draws without repetition."""
# message: draw with repetition


def difference_interval(first, second, seed, times=1_000):
    """Return (low, high) of accuracy(second) − accuracy(first), 95 %."""
    draw = np.random.default_rng(seed)
    gap = 1.0 * second - first
    means = [gap[draw.permutation(len(gap))].mean() for _ in range(times)]
    return np.percentile(np.round(means, 9), [2.5, 97.5])
