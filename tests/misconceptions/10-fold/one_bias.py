"""Returns one number for all filters."""
# message: one number for each filter


def fold(kernel, bias, gamma, beta, mean, variance, epsilon):
    """Return (kernel (k, k, C, F), bias (F,)) of the two layers in one."""
    scale = gamma / np.sqrt(variance + epsilon)
    return kernel * scale, np.sum((bias - mean) * scale + beta)
