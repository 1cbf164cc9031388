"""Changes the training rows it was given."""
# message: the training rows were changed


def standardise(training, new):
    """Return both arrays of rows, (N, D) and (M, D), standardised."""
    mean, sd = training.mean(axis=0), training.std(axis=0)
    sd = np.where(sd == 0, 1, sd)
    training -= mean
    training /= sd
    return training, (new - mean) / sd
