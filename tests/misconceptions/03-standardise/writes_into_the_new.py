"""Copies the training rows but not the new ones."""
# message: the new rows were changed


def standardise(training, new):
    """Return both arrays of rows, (N, D) and (M, D), standardised."""
    mean, sd = training.mean(axis=0), training.std(axis=0)
    sd[sd == 0] = 1
    new -= mean
    new /= sd
    return (training - mean) / sd, new
