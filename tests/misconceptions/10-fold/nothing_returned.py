"""Returns nothing."""
# message: nothing is returned


def fold(kernel, bias, gamma, beta, mean, variance, epsilon):
    """Return (kernel (k, k, C, F), bias (F,)) of the two layers in one."""
    scale = gamma / np.sqrt(variance + epsilon)
    kernel = kernel * scale
