"""Subtracts the mean from the new rows and does not divide."""
# message: the new row is only shifted


def standardise(training, new):
    """Return both arrays of rows, (N, D) and (M, D), standardised."""
    mean, sd = training.mean(axis=0), training.std(axis=0)
    sd[sd == 0] = 1
    return (training - mean) / sd, new - mean
