"""Returns the bias first."""
# message: first the kernel


def fold(kernel, bias, gamma, beta, mean, variance, epsilon):
    """Return (kernel (k, k, C, F), bias (F,)) of the two layers in one."""
    scale = gamma / np.sqrt(variance + epsilon)
    return (bias - mean) * scale + beta, kernel * scale
