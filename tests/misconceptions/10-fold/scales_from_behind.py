"""Takes the scales in the reverse order."""
# message: in order


def fold(kernel, bias, gamma, beta, mean, variance, epsilon):
    """Return (kernel (k, k, C, F), bias (F,)) of the two layers in one."""
    scale = gamma / np.sqrt(variance + epsilon)
    return kernel * scale[::-1], (bias - mean) * scale + beta
