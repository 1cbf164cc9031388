"""Leaves out bins with one picture, as one picture has no spread."""
# message: single picture counts


def calibration_error(probabilities, labels, bins):
    """Return the expected calibration error of `probabilities` (N, K)."""
    sure = probabilities.max(axis=1)
    right = probabilities.argmax(axis=1) == labels
    number = np.minimum((sure * bins).astype(int), bins - 1)
    error = 0.0
    for k in range(bins):
        here = number == k
        if here.sum() > 1:
            error += here.mean() * abs(sure[here].mean() - right[here].mean())
    return error
