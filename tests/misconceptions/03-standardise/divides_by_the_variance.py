"""Divides by the variance."""
# message: take the root


def standardise(training, new):
    """Return both arrays of rows, (N, D) and (M, D), standardised."""
    mean, variance = training.mean(axis=0), training.var(axis=0)
    variance = np.where(variance == 0, 1, variance)
    return (training - mean) / variance, (new - mean) / variance
