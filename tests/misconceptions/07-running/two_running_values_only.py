"""Moves the running values of two channels, however many there are."""
# message: running values of four channels


def normalise(maps, mean, variance, *, training, keep=0.9, epsilon=0.001):
    """Return normalised maps, and the running mean and variance after it."""
    if not training:
        return (maps - mean) / np.sqrt(variance + epsilon), mean, variance
    batch_mean = maps.mean(axis=(0, 1, 2))
    batch_variance = maps.var(axis=(0, 1, 2))
    new = (maps - batch_mean) / np.sqrt(batch_variance + epsilon)
    mean, variance = mean.copy(), variance.copy()
    for k in range(2):
        mean[k] = keep * mean[k] + (1 - keep) * batch_mean[k]
        variance[k] = keep * variance[k] + (1 - keep) * batch_variance[k]
    return new, mean, variance
