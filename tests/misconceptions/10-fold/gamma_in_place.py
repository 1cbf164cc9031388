"""Divides gamma in place."""
# message: nothing is changed in place


def fold(kernel, bias, gamma, beta, mean, variance, epsilon):
    """Return (kernel (k, k, C, F), bias (F,)) of the two layers in one."""
    gamma /= np.sqrt(variance + epsilon)
    return kernel * gamma, (bias - mean) * gamma + beta
