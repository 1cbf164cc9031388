"""Copies the kernel and changes only the bias."""
# message: the kernel is scaled, once


def fold(kernel, bias, gamma, beta, mean, variance, epsilon):
    """Return (kernel (k, k, C, F), bias (F,)) of the two layers in one."""
    scale = gamma / np.sqrt(variance + epsilon)
    return kernel.copy(), (bias - mean) * scale + beta
