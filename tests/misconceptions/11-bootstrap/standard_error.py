"""Takes the formula and draws nothing."""
# message: no formula


def difference_interval(first, second, seed, times=1_000):
    """Return (low, high) of accuracy(second) − accuracy(first), 95 %."""
    gap = 1.0 * second - first
    reach = 1.96 * gap.std() / np.sqrt(len(gap))
    return gap.mean() - reach, gap.mean() + reach
