"""Counts all pictures as coins."""
# message: say nothing


def paired_p(first, second):
    """Return p of McNemar's exact test for two arrays (N,) of True, False."""
    a, b = np.sum(first & ~second), np.sum(second & ~first)
    return min(1, 2 * stats.binom.cdf(min(a, b), len(first), 0.5))
