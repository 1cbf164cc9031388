"""Centres the maps in place at inference."""
# message: the maps were changed in place


def normalise(maps, mean, variance, *, training, keep=0.9, epsilon=0.001):
    """Return normalised maps, and the running mean and variance after it."""
    if not training:
        maps -= mean
        maps /= np.sqrt(variance + epsilon)
        return maps, mean, variance
    batch_mean = maps.mean(axis=(0, 1, 2))
    batch_variance = maps.var(axis=(0, 1, 2))
    new = (maps - batch_mean) / np.sqrt(batch_variance + epsilon)
    mean = keep * mean + (1 - keep) * batch_mean
    variance = keep * variance + (1 - keep) * batch_variance
    return new, mean, variance
