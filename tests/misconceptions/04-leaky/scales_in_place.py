"""Scales the gradient that was handed in."""
# message: by_outputs was changed


def leaky_backward(by_outputs, sums, slope):
    """Return the gradient with respect to `sums` (N, H) of a Leaky ReLU."""
    by_outputs[sums <= 0] *= slope
    return by_outputs
