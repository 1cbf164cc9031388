"""Takes the variance for the standard deviation."""
# message: the root of variance + epsilon


def fold(kernel, bias, gamma, beta, mean, variance, epsilon):
    """Return (kernel (k, k, C, F), bias (F,)) of the two layers in one."""
    scale = gamma / np.sqrt(variance**2 + epsilon)
    return kernel * scale, (bias - mean) * scale + beta
