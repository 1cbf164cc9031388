"""Takes a paired t-test."""
# message: that is Student's


def paired_p(first, second):
    """Return p of McNemar's exact test for two arrays (N,) of True, False."""
    gap = 1.0 * second - first
    if not gap.any():
        return 1.0
    return stats.ttest_1samp(gap, 0).pvalue
