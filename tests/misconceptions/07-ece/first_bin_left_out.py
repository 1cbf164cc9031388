"""Numbers the bins from 0 and goes through them from 1."""
# message: the first bin counts, too


def calibration_error(probabilities, labels, bins):
    """Return the expected calibration error of `probabilities` (N, K)."""
    sure = probabilities.max(axis=1)
    right = probabilities.argmax(axis=1) == labels
    edges = np.linspace(0, 1, bins + 1)
    number = np.minimum(np.digitize(sure, edges) - 1, bins - 1)
    error = 0.0
    for k in range(1, bins):
        here = number == k
        if here.any():
            error += here.mean() * abs(sure[here].mean() - right[here].mean())
    return error
