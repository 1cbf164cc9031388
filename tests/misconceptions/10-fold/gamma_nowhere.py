"""Forgets gamma altogether."""
# message: not by one of both


def fold(kernel, bias, gamma, beta, mean, variance, epsilon):
    """Return (kernel (k, k, C, F), bias (F,)) of the two layers in one."""
    scale = 1 / np.sqrt(variance + epsilon)
    return kernel * scale, (bias - mean) * scale + beta
