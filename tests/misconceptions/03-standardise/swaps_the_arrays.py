"""Returns the new rows first."""
# message: first the training rows


def standardise(training, new):
    """Return both arrays of rows, (N, D) and (M, D), standardised."""
    mean, sd = training.mean(axis=0), training.std(axis=0)
    sd[sd == 0] = 1
    return (new - mean) / sd, (training - mean) / sd
