"""Takes all right answers of both for coins."""
# message: picture by picture


def paired_p(first, second):
    """Return p of McNemar's exact test for two arrays (N,) of True, False."""
    a, b = first.sum(), second.sum()
    return min(1, 2 * stats.binom.cdf(min(a, b), a + b, 0.5))
