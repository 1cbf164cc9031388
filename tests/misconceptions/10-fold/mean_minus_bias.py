"""Subtracts the bias from the mean."""
# message: bias minus mean


def fold(kernel, bias, gamma, beta, mean, variance, epsilon):
    """Return (kernel (k, k, C, F), bias (F,)) of the two layers in one."""
    scale = gamma / np.sqrt(variance + epsilon)
    return kernel * scale, (mean - bias) * scale + beta
