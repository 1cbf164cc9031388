"""Returns 0 where the nets agree."""
# message: nets that agree


def paired_p(first, second):
    """Return p of McNemar's exact test for two arrays (N,) of True, False."""
    a, b = np.sum(first & ~second), np.sum(second & ~first)
    if a + b == 0:
        return 0.0
    return min(1, 2 * stats.binom.cdf(min(a, b), a + b, 0.5))
