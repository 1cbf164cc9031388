"""Mixes the forward pass into the lower branch."""
# message: where a sum is not above 0


def leaky_backward(by_outputs, sums, slope):
    """Return the gradient with respect to `sums` (N, H) of a Leaky ReLU."""
    return np.where(sums > 0, by_outputs, slope * sums)
