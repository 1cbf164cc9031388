"""Takes the second net's count as the smaller one."""
# message: the smaller count


def paired_p(first, second):
    """Return p of McNemar's exact test for two arrays (N,) of True, False."""
    a, b = np.sum(first & ~second), np.sum(second & ~first)
    return min(1, 2 * stats.binom.cdf(b, a + b, 0.5))
