"""Loops over the first axis and takes it for the filters."""
# message: the last axis holds the filters, in order


def fold(kernel, bias, gamma, beta, mean, variance, epsilon):
    """Return (kernel (k, k, C, F), bias (F,)) of the two layers in one."""
    scale = gamma / np.sqrt(variance + epsilon)
    return np.stack([part * s for part, s in zip(kernel, scale)]), (
        bias - mean
    ) * scale + beta
