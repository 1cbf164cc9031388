"""Takes the root of the whole fraction."""
# message: gamma does not stand under the root


def fold(kernel, bias, gamma, beta, mean, variance, epsilon):
    """Return (kernel (k, k, C, F), bias (F,)) of the two layers in one."""
    scale = np.sqrt(np.abs(gamma) / (variance + epsilon))
    return kernel * scale, (bias - mean) * scale + beta
