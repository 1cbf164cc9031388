"""Returns a bias of shape (1, F)."""
# message: one number for each filter


def fold(kernel, bias, gamma, beta, mean, variance, epsilon):
    """Return (kernel (k, k, C, F), bias (F,)) of the two layers in one."""
    scale = gamma / np.sqrt(variance + epsilon)
    return kernel * scale, ((bias - mean) * scale + beta)[None]
