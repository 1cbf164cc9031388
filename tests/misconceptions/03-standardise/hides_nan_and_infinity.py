"""Replaces everything that is not finite by 0."""
# message: shifted, not set to 0


def standardise(training, new):
    """Return both arrays of rows, (N, D) and (M, D), standardised."""
    mean, sd = training.mean(axis=0), training.std(axis=0)
    seen, unseen = (training - mean) / sd, (new - mean) / sd
    seen[~np.isfinite(seen)] = 0
    unseen[~np.isfinite(unseen)] = 0
    return seen, unseen
