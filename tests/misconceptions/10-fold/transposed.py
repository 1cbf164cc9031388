"""Transposes the kernel to scale it, and returns it so."""
# message: filters stay last


def fold(kernel, bias, gamma, beta, mean, variance, epsilon):
    """Return (kernel (k, k, C, F), bias (F,)) of the two layers in one."""
    scale = gamma / np.sqrt(variance + epsilon)
    return (kernel.T * scale[:, None, None, None]), (bias - mean) * scale + beta
