"""Draws a column for each draw in place of a row."""
# message: a row for each draw, (times, N)


def difference_interval(first, second, seed, times=1_000):
    draw = np.random.default_rng(seed)
    places = draw.integers(0, len(first), (len(first), times))
    gap = second.astype(float) - first
    low, high = np.percentile(gap[places].mean(axis=0), [2.5, 97.5])
    return low, high
