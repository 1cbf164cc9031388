"""Divides by zero where the nets agree."""
# message: nets that agree


def paired_p(first, second):
    """Return p of McNemar's exact test for two arrays (N,) of True, False."""
    a, b = np.sum(first & ~second), np.sum(second & ~first)
    share = min(a, b) / (a + b) if a + b else np.nan
    return min(1, 2 * stats.binom.cdf(min(a, b), a + b, 0.5)) + 0 * share
