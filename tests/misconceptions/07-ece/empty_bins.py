"""Takes means over bins without pictures."""
# message: without pictures


def calibration_error(probabilities, labels, bins):
    """Return the expected calibration error of `probabilities` (N, K)."""
    sure = probabilities.max(axis=1)
    right = probabilities.argmax(axis=1) == labels
    number = np.minimum((sure * bins).astype(int), bins - 1)
    error = 0.0
    for k in range(bins):
        here = number == k
        error += here.mean() * abs(sure[here].mean() - right[here].mean())
    return error
