"""Thinks that the slope of a negative sum is negative."""
# message: the derivative is never negative


def leaky_backward(by_outputs, sums, slope):
    """Return the gradient with respect to `sums` (N, H) of a Leaky ReLU."""
    derivative = np.ones_like(sums)
    derivative[sums <= 0] = -slope
    return by_outputs * derivative
