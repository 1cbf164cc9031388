"""Puts a certainty on an edge into the lower bin."""
# message: on an edge


def calibration_error(probabilities, labels, bins):
    """Return the expected calibration error of `probabilities` (N, K)."""
    sure = probabilities.max(axis=1)
    right = probabilities.argmax(axis=1) == labels
    number = np.ceil(sure * bins) - 1
    error = 0.0
    for k in np.unique(number):
        here = number == k
        error += here.mean() * abs(sure[here].mean() - right[here].mean())
    return error
