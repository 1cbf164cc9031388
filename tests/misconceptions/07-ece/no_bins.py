"""Compares the means of all pictures."""
# message: bin by bin


def calibration_error(probabilities, labels, bins):
    """Return the expected calibration error of `probabilities` (N, K)."""
    sure = probabilities.max(axis=1)
    right = probabilities.argmax(axis=1) == labels
    return abs(sure.mean() - right.mean())
