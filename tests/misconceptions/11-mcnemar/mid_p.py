"""Counts the middle of the tail by half, as the mid-p test does."""
# message: the whole of both tails


def paired_p(first, second):
    only_first = np.sum(first & ~second)
    only_second = np.sum(second & ~first)
    n, k = only_first + only_second, min(only_first, only_second)
    if n == 0:
        return 1.0
    pmf = stats.binom.pmf(range(k + 1), n, 0.5)
    return min(1.0, 2 * pmf.sum() - pmf[-1])
