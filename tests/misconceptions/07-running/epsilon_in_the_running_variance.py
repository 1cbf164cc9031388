"""Adds epsilon to the variance once for all."""
# message: hold no epsilon


def normalise(maps, mean, variance, *, training, keep=0.9, epsilon=0.001):
    """Return normalised maps, and the running mean and variance after it."""
    if not training:
        return (maps - mean) / np.sqrt(variance + epsilon), mean, variance
    batch_mean = maps.mean(axis=(0, 1, 2))
    batch_variance = maps.var(axis=(0, 1, 2))
    batch_variance += epsilon
    new = (maps - batch_mean) / np.sqrt(batch_variance)
    mean = keep * mean + (1 - keep) * batch_mean
    variance = keep * variance + (1 - keep) * batch_variance
    return new, mean, variance
