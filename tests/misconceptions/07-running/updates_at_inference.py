"""Updates the running values at inference, too."""
# message: at inference running values stay


def normalise(maps, mean, variance, *, training, keep=0.9, epsilon=0.001):
    """Return normalised maps, and the running mean and variance after it."""
    batch_mean = maps.mean(axis=(0, 1, 2))
    batch_variance = maps.var(axis=(0, 1, 2))
    if training:
        new = (maps - batch_mean) / np.sqrt(batch_variance + epsilon)
    else:
        new = (maps - mean) / np.sqrt(variance + epsilon)
    mean = keep * mean + (1 - keep) * batch_mean
    variance = keep * variance + (1 - keep) * batch_variance
    return new, mean, variance
