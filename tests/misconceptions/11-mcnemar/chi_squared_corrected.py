"""Takes the corrected chi-squared approximation."""
# message: chi-squared is not exact


def paired_p(first, second):
    """Return p of McNemar's exact test for two arrays (N,) of True, False."""
    a, b = np.sum(first & ~second), np.sum(second & ~first)
    if a + b == 0:
        return 1.0
    return stats.chi2.sf((abs(a - b) - 1) ** 2 / (a + b), 1)
