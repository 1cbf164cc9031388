"""Compares the sums with the slope instead of 0."""
# message: compare the sums with 0


def leaky_backward(by_outputs, sums, slope):
    """Return the gradient with respect to `sums` (N, H) of a Leaky ReLU."""
    return by_outputs * np.where(sums > slope, 1, slope)
