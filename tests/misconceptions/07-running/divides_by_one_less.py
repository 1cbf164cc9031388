"""Divides the running variance by one value less, as PyTorch does."""
# message: a mean over all six values


def normalise(maps, mean, variance, *, training, keep=0.9, epsilon=0.001):
    """Return normalised maps, and the running mean and variance after it."""
    if not training:
        return (maps - mean) / np.sqrt(variance + epsilon), mean, variance
    batch_mean = maps.mean(axis=(0, 1, 2))
    batch_variance = maps.var(axis=(0, 1, 2))
    new = (maps - batch_mean) / np.sqrt(batch_variance + epsilon)
    mean = keep * mean + (1 - keep) * batch_mean
    unbiased = maps.var(axis=(0, 1, 2), ddof=1)
    variance = keep * variance + (1 - keep) * unbiased
    return new, mean, variance
