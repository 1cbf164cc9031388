"""Takes the scale without its sign."""
# message: keep sign and fraction


def fold(kernel, bias, gamma, beta, mean, variance, epsilon):
    """Return (kernel (k, k, C, F), bias (F,)) of the two layers in one."""
    scale = gamma / np.sqrt(variance + epsilon)
    return kernel * np.abs(scale), (bias - mean) * scale + beta
