"""Gives the part `keep` to the batch."""
# message: the part of the old values


def normalise(maps, mean, variance, *, training, keep=0.9, epsilon=0.001):
    """Return normalised maps, and the running mean and variance after it."""
    if not training:
        return (maps - mean) / np.sqrt(variance + epsilon), mean, variance
    batch_mean = maps.mean(axis=(0, 1, 2))
    batch_variance = maps.var(axis=(0, 1, 2))
    new = (maps - batch_mean) / np.sqrt(batch_variance + epsilon)
    mean = (1 - keep) * mean + keep * batch_mean
    variance = (1 - keep) * variance + keep * batch_variance
    return new, mean, variance
