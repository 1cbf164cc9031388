"""Measures the training rows after they were standardised."""
# message: came back unchanged


def standardise(training, new):
    """Return both arrays of rows, (N, D) and (M, D), standardised."""
    sd = training.std(axis=0)
    training = (training - training.mean(axis=0)) / np.where(sd == 0, 1, sd)
    sd = training.std(axis=0)
    new = (new - training.mean(axis=0)) / np.where(sd == 0, 1, sd)
    return training, new
