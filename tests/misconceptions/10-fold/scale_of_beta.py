"""Exchanges gamma and beta."""
# message: gamma multiplies, beta is added


def fold(kernel, bias, gamma, beta, mean, variance, epsilon):
    """Return (kernel (k, k, C, F), bias (F,)) of the two layers in one."""
    scale = beta / np.sqrt(variance + epsilon)
    return kernel * scale, (bias - mean) * scale + gamma
