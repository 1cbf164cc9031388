"""Cuts from the smallest to the largest certainty, as np.histogram does."""
# message: from 0 to 1


def calibration_error(probabilities, labels, bins):
    """Return the expected calibration error of `probabilities` (N, K)."""
    sure = probabilities.max(axis=1)
    right = probabilities.argmax(axis=1) == labels
    edges = np.histogram_bin_edges(sure, bins)
    number = np.digitize(sure, edges[1:-1])
    error = 0.0
    for k in np.unique(number):
        here = number == k
        error += here.mean() * abs(sure[here].mean() - right[here].mean())
    return error
