"""Bends the gradient as the forward pass bends the sums."""
# message: the sign of the sum decides


def leaky_backward(by_outputs, sums, slope):
    """Return the gradient with respect to `sums` (N, H) of a Leaky ReLU."""
    return np.where(by_outputs > 0, by_outputs, slope * by_outputs)
