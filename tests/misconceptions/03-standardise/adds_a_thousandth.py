"""Copies the lesson's + 1e-3, which changes every column."""
# message: divided by almost 0


def standardise(training, new):
    """Return both arrays of rows, (N, D) and (M, D), standardised."""
    mean, sd = training.mean(axis=0), training.std(axis=0) + 1e-3
    return (training - mean) / sd, (new - mean) / sd
