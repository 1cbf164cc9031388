"""Sorts the certainties and leaves the answers in their order."""
# message: belong together


def calibration_error(probabilities, labels, bins):
    """Return the expected calibration error of `probabilities` (N, K)."""
    sure = np.sort(probabilities.max(axis=1))
    right = probabilities.argmax(axis=1) == labels
    number = np.minimum((sure * bins).astype(int), bins - 1)
    error = 0.0
    for k in np.unique(number):
        here = number == k
        error += here.mean() * abs(sure[here].mean() - right[here].mean())
    return error
