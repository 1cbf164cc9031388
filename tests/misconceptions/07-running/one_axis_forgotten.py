"""Takes means over pictures and columns, and forgets the rows."""
# message: 3 axes, no keepdims


def normalise(maps, mean, variance, *, training, keep=0.9, epsilon=0.001):
    """Return normalised maps, and the running mean and variance after it."""
    if not training:
        return (maps - mean) / np.sqrt(variance + epsilon), mean, variance
    batch_mean, batch_variance = maps.mean(axis=(0, 2)), maps.var(axis=(0, 2))
    normalised = (maps - batch_mean) / np.sqrt(batch_variance + epsilon)
    mean = keep * mean + (1 - keep) * batch_mean
    variance = keep * variance + (1 - keep) * batch_variance
    return normalised, mean, variance
