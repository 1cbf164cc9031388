"""Scales along the kernel's columns."""
# message: the last axis holds the filters, in order


def fold(kernel, bias, gamma, beta, mean, variance, epsilon):
    """Return (kernel (k, k, C, F), bias (F,)) of the two layers in one."""
    scale = gamma / np.sqrt(variance + epsilon)
    return kernel * scale[:, None, None], (bias - mean) * scale + beta
