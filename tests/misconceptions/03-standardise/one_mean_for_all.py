"""Takes one mean and one spread over all columns."""
# message: use axis=0


def standardise(training, new):
    """Return both arrays of rows, (N, D) and (M, D), standardised."""
    mean, sd = training.mean(), training.std()
    return (training - mean) / sd, (new - mean) / sd
