"""Takes `bins` edges, which make one bin less."""
# message: `bins` edges make


def calibration_error(probabilities, labels, bins):
    """Return the expected calibration error of `probabilities` (N, K)."""
    sure = probabilities.max(axis=1)
    right = probabilities.argmax(axis=1) == labels
    number = np.digitize(sure, np.linspace(0, 1, bins)[1:-1])
    error = 0.0
    for k in np.unique(number):
        here = number == k
        error += here.mean() * abs(sure[here].mean() - right[here].mean())
    return error
