"""Takes one tail."""
# message: to either side: twice the tail


def paired_p(first, second):
    """Return p of McNemar's exact test for two arrays (N,) of True, False."""
    a, b = np.sum(first & ~second), np.sum(second & ~first)
    return stats.binom.cdf(min(a, b), a + b, 0.5)
