"""Swaps the two branches of np.where."""
# message: turned round


def leaky_backward(by_outputs, sums, slope):
    """Return the gradient with respect to `sums` (N, H) of a Leaky ReLU."""
    return by_outputs * np.where(sums > 0, slope, 1)
