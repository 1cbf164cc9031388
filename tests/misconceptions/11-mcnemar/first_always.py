"""Takes the first net's count as the smaller one."""
# message: either net may be the better one


def paired_p(first, second):
    """Return p of McNemar's exact test for two arrays (N,) of True, False."""
    a, b = np.sum(first & ~second), np.sum(second & ~first)
    return min(1, 2 * stats.binom.cdf(a, a + b, 0.5))
