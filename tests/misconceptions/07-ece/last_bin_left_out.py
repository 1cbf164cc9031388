"""Numbers the bins from 1 and goes through them from 0."""
# message: the last bin is missing


def calibration_error(probabilities, labels, bins):
    """Return the expected calibration error of `probabilities` (N, K)."""
    sure = probabilities.max(axis=1)
    right = probabilities.argmax(axis=1) == labels
    number = np.digitize(sure, np.linspace(0, 1, bins + 1))
    error = 0.0
    for k in range(bins):
        here = number == k
        if here.any():
            error += here.mean() * abs(sure[here].mean() - right[here].mean())
    return error
