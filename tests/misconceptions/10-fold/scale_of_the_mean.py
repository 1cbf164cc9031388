"""Exchanges mean and variance."""
# message: under the root stands the variance


def fold(kernel, bias, gamma, beta, mean, variance, epsilon):
    """Return (kernel (k, k, C, F), bias (F,)) of the two layers in one."""
    scale = gamma / np.sqrt(mean + epsilon)
    return kernel * scale, (bias - mean) * scale + beta
