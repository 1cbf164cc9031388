"""Adds epsilon to the variance in place."""
# message: nothing is changed in place


def fold(kernel, bias, gamma, beta, mean, variance, epsilon):
    """Return (kernel (k, k, C, F), bias (F,)) of the two layers in one."""
    variance += epsilon
    scale = gamma / np.sqrt(variance)
    return kernel * scale, (bias - mean) * scale + beta
