"""Makes the generator anew for each draw, so that all draws are the same."""
# message: make the generator once


def difference_interval(first, second, seed, times=1_000):
    gap, means = second.astype(float) - first, []
    for _ in range(times):
        draw = np.random.default_rng(seed)
        means.append(gap[draw.integers(0, len(gap), len(gap))].mean())
    low, high = np.percentile(means, [2.5, 97.5])
    return low, high
