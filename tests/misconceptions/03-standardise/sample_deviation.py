"""Divides by N - 1 in the spread."""
# message: leave ddof at 0


def standardise(training, new):
    """Return both arrays of rows, (N, D) and (M, D), standardised."""
    mean, sd = training.mean(axis=0), training.std(axis=0, ddof=1)
    sd = np.where(sd == 0, 1, sd)
    return (training - mean) / sd, (new - mean) / sd
