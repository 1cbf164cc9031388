"""Goes through two channels, however many there are."""
# message: maps with four channels


def normalise(maps, mean, variance, *, training, keep=0.9, epsilon=0.001):
    """Return normalised maps, and the running mean and variance after it."""
    if not training:
        return (maps - mean) / np.sqrt(variance + epsilon), mean, variance
    new = maps.copy()
    mean, variance = mean.copy(), variance.copy()
    for k in range(2):
        channel = maps[..., k]
        root = np.sqrt(channel.var() + epsilon)
        new[..., k] = (channel - channel.mean()) / root
        mean[k] = keep * mean[k] + (1 - keep) * channel.mean()
        variance[k] = keep * variance[k] + (1 - keep) * channel.var()
    return new, mean, variance
