"""Rounds."""
# message: do not round


def paired_p(first, second):
    """Return p of McNemar's exact test for two arrays (N,) of True, False."""
    a, b = np.sum(first & ~second), np.sum(second & ~first)
    return round(min(1, 2 * stats.binom.cdf(min(a, b), a + b, 0.5)), 2)
