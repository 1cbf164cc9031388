"""Returns the derivative and forgets the chain rule."""
# message: that is the derivative alone


def leaky_backward(by_outputs, sums, slope):
    """Return the gradient with respect to `sums` (N, H) of a Leaky ReLU."""
    return np.where(sums > 0, 1, slope)
