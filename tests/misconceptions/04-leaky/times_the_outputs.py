"""Multiplies by the outputs instead of the derivative."""
# message: multiply by the derivative


def leaky_backward(by_outputs, sums, slope):
    """Return the gradient with respect to `sums` (N, H) of a Leaky ReLU."""
    outputs = np.where(sums > 0, sums, slope * sums)
    return by_outputs * outputs
