"""Scales the mean in place."""
# message: nothing is changed in place


def fold(kernel, bias, gamma, beta, mean, variance, epsilon):
    """Return (kernel (k, k, C, F), bias (F,)) of the two layers in one."""
    scale = gamma / np.sqrt(variance + epsilon)
    mean *= scale
    return kernel * scale, bias * scale - mean + beta
