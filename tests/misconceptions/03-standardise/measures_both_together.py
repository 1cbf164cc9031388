"""Measures training and new rows as one array."""
# message: depend on new ones


def standardise(training, new):
    """Return both arrays of rows, (N, D) and (M, D), standardised."""
    both = np.concatenate([training, new])
    mean, sd = both.mean(axis=0), both.std(axis=0)
    sd[sd == 0] = 1
    return (training - mean) / sd, (new - mean) / sd
