"""Turns the arrays round in place."""
# message: nothing is changed in place


def paired_p(first, second):
    """Return p of McNemar's exact test for two arrays (N,) of True, False."""
    second ^= first
    a = np.sum(first & second)
    b = np.sum(second) - a
    return min(1, 2 * stats.binom.cdf(min(a, b), a + b, 0.5))
