"""Divides the constant column by its spread of 0."""
# message: became nan


def standardise(training, new):
    """Return both arrays of rows, (N, D) and (M, D), standardised."""
    mean, sd = training.mean(axis=0), training.std(axis=0)
    return (training - mean) / sd, (new - mean) / sd
