"""Mixes the standard deviation into the running variance."""
# message: the variance is kept, not its root


def normalise(maps, mean, variance, *, training, keep=0.9, epsilon=0.001):
    """Return normalised maps, and the running mean and variance after it."""
    if not training:
        return (maps - mean) / np.sqrt(variance + epsilon), mean, variance
    batch_mean = maps.mean(axis=(0, 1, 2))
    batch_deviation = maps.std(axis=(0, 1, 2))
    root = np.sqrt(batch_deviation**2 + epsilon)
    new = (maps - batch_mean) / root
    mean = keep * mean + (1 - keep) * batch_mean
    variance = keep * variance + (1 - keep) * batch_deviation
    return new, mean, variance
