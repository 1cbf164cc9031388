"""Takes the training mean and the new rows' own deviation."""
# message: measured by itself


def standardise(training, new):
    """Return both arrays of rows, (N, D) and (M, D), standardised."""
    mean, sd = training.mean(axis=0), training.std(axis=0)
    sd[sd == 0] = 1
    own = new.std(axis=0)
    own[own == 0] = 1
    return (training - mean) / sd, (new - mean) / own
