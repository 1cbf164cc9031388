"""Takes Keras' usual epsilon, not the one given."""
# message: add epsilon as it is given


def fold(kernel, bias, gamma, beta, mean, variance, epsilon):
    """Return (kernel (k, k, C, F), bias (F,)) of the two layers in one."""
    scale = gamma / np.sqrt(variance + 0.001)
    return kernel * scale, (bias - mean) * scale + beta
