"""Overwrites the maps, then takes their mean for the running one."""
# message: measured on the new maps


def normalise(maps, mean, variance, *, training, keep=0.9, epsilon=0.001):
    """Return normalised maps, and the running mean and variance after it."""
    if not training:
        return (maps - mean) / np.sqrt(variance + epsilon), mean, variance
    axes = (0, 1, 2)
    root = np.sqrt(maps.var(axis=axes) + epsilon)
    maps = (maps - maps.mean(axis=axes)) / root
    mean = keep * mean + (1 - keep) * maps.mean(axis=axes)
    variance = keep * variance + (1 - keep) * maps.var(axis=axes)
    return maps, mean, variance
