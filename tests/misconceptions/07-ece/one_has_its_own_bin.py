"""Gives a certainty of 1 a bin of its own."""
# message: a certainty of 1


def calibration_error(probabilities, labels, bins):
    """Return the expected calibration error of `probabilities` (N, K)."""
    sure = probabilities.max(axis=1)
    right = probabilities.argmax(axis=1) == labels
    number = (sure * bins).astype(int)
    error = 0.0
    for k in np.unique(number):
        here = number == k
        error += here.mean() * abs(sure[here].mean() - right[here].mean())
    return error
