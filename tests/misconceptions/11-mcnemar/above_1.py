"""Does not cut off at 1."""
# message: at most 1


def paired_p(first, second):
    """Return p of McNemar's exact test for two arrays (N,) of True, False."""
    a, b = np.sum(first & ~second), np.sum(second & ~first)
    return 2 * stats.binom.cdf(min(a, b), a + b, 0.5)
