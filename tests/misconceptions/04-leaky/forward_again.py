"""Returns the outputs instead of a gradient."""
# message: that is the forward pass


def leaky_backward(by_outputs, sums, slope):
    """Return the gradient with respect to `sums` (N, H) of a Leaky ReLU."""
    return np.where(sums > 0, sums, slope * sums)
