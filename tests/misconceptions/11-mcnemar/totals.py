"""Compares the two totals as if the pictures were others."""
# message: picture by picture


def paired_p(first, second):
    """Return p of McNemar's exact test for two arrays (N,) of True, False."""
    n = len(first)
    table = [[first.sum(), n - first.sum()], [second.sum(), n - second.sum()]]
    return stats.fisher_exact(table).pvalue
