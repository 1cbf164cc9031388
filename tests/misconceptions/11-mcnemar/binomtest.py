"""Tosses no coin where the nets agree."""
# message: nothing to toss


def paired_p(first, second):
    """Return p of McNemar's exact test for two arrays (N,) of True, False."""
    a, b = int(np.sum(first & ~second)), int(np.sum(second & ~first))
    return stats.binomtest(a, a + b).pvalue
