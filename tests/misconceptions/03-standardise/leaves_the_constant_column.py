"""Shifts and divides only the columns that vary."""
# message: the constant column is shifted as well


def standardise(training, new):
    """Return both arrays of rows, (N, D) and (M, D), standardised."""
    mean, sd = training.mean(axis=0), training.std(axis=0)
    varied = sd > 0
    seen, unseen = training - mean, new.copy()
    seen[:, varied] = (training - mean)[:, varied] / sd[varied]
    unseen[:, varied] = (new - mean)[:, varied] / sd[varied]
    return seen, unseen
