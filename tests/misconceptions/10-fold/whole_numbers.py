"""Collects the kernel in whole numbers."""
# message: keep sign and fraction


def fold(kernel, bias, gamma, beta, mean, variance, epsilon):
    """Return (kernel (k, k, C, F), bias (F,)) of the two layers in one."""
    scale = gamma / np.sqrt(variance + epsilon)
    result = np.zeros(kernel.shape, int)
    result[:] = kernel * scale
    return result, (bias - mean) * scale + beta
