"""Sorts each row in place to find the largest."""
# message: changed in place


def calibration_error(probabilities, labels, bins):
    """Return the expected calibration error of `probabilities` (N, K)."""
    right = probabilities.argmax(axis=1) == labels
    probabilities.sort(axis=1)
    sure = probabilities[:, -1]
    number = np.minimum((sure * bins).astype(int), bins - 1)
    error = 0.0
    for k in np.unique(number):
        here = number == k
        error += here.mean() * abs(sure[here].mean() - right[here].mean())
    return error
