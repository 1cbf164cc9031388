"""Lets nan_to_num repair 0 / 0, and with it 1 / 0."""
# message: divided by almost 0


def standardise(training, new):
    """Return both arrays of rows, (N, D) and (M, D), standardised."""
    mean, sd = training.mean(axis=0), training.std(axis=0)
    seen, unseen = (training - mean) / sd, (new - mean) / sd
    return np.nan_to_num(seen), np.nan_to_num(unseen)
