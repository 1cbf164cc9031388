"""Updates the running values, then normalises with them."""
# message: training=True takes other means


def normalise(maps, mean, variance, *, training, keep=0.9, epsilon=0.001):
    """Return normalised maps, and the running mean and variance after it."""
    if training:
        mean = keep * mean + (1 - keep) * maps.mean(axis=(0, 1, 2))
        variance = keep * variance + (1 - keep) * maps.var(axis=(0, 1, 2))
    new = (maps - mean) / np.sqrt(variance + epsilon)
    return new, mean, variance
