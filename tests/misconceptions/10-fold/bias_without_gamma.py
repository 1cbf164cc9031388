"""Forgets gamma in the bias."""
# message: by the same scale


def fold(kernel, bias, gamma, beta, mean, variance, epsilon):
    """Return (kernel (k, k, C, F), bias (F,)) of the two layers in one."""
    scale = gamma / np.sqrt(variance + epsilon)
    return kernel * scale, (bias - mean) / np.sqrt(variance + epsilon) + beta
