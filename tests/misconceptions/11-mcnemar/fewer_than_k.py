"""Counts fewer than k heads."""
# message: k itself counts, too


def paired_p(first, second):
    """Return p of McNemar's exact test for two arrays (N,) of True, False."""
    a, b = np.sum(first & ~second), np.sum(second & ~first)
    if a + b == 0:
        return 1.0
    return 2 * stats.binom.pmf(range(min(a, b)), a + b, 0.5).sum()
