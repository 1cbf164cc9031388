"""Returns percent."""
# message: a fraction, not percent


def paired_p(first, second):
    """Return p of McNemar's exact test for two arrays (N,) of True, False."""
    a, b = np.sum(first & ~second), np.sum(second & ~first)
    return 100 * min(1, 2 * stats.binom.cdf(min(a, b), a + b, 0.5))
