"""Divides by the number of bins."""
# message: counts as often as it has pictures


def calibration_error(probabilities, labels, bins):
    """Return the expected calibration error of `probabilities` (N, K)."""
    sure = probabilities.max(axis=1)
    right = probabilities.argmax(axis=1) == labels
    number = np.minimum((sure * bins).astype(int), bins - 1)
    error = 0.0
    for k in range(bins):
        here = number == k
        if here.any():
            error += abs(sure[here].mean() - right[here].mean())
    return error / bins
