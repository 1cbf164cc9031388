"""Takes the statistics of each picture."""
# message: mean: not one for each picture


def normalise(maps, mean, variance, *, training, keep=0.9, epsilon=0.001):
    """Return normalised maps, and the running mean and variance after it."""
    if not training:
        return (maps - mean) / np.sqrt(variance + epsilon), mean, variance
    batch_mean = maps.mean(axis=(1, 2), keepdims=True)
    batch_variance = maps.var(axis=(1, 2), keepdims=True)
    new = (maps - batch_mean) / np.sqrt(batch_variance + epsilon)
    mean = keep * mean + (1 - keep) * batch_mean.mean(axis=(0, 1, 2))
    rest = (1 - keep) * batch_variance.mean(axis=(0, 1, 2))
    return new, mean, keep * variance + rest
