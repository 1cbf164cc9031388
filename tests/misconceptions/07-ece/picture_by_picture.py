"""Takes the difference of each picture."""
# message: not picture by picture


def calibration_error(probabilities, labels, bins):
    """Return the expected calibration error of `probabilities` (N, K)."""
    sure = probabilities.max(axis=1)
    right = probabilities.argmax(axis=1) == labels
    return np.abs(sure - right).mean()
