"""Moves the filters to the front and leaves them there."""
# message: filters stay last


def fold(kernel, bias, gamma, beta, mean, variance, epsilon):
    """Return (kernel (k, k, C, F), bias (F,)) of the two layers in one."""
    scale = gamma / np.sqrt(variance + epsilon)
    return np.moveaxis(kernel, -1, 0) * scale[:, None, None, None], (
        bias - mean
    ) * scale + beta
