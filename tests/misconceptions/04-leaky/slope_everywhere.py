"""Multiplies every gradient by the slope."""
# message: positive sums pass whole


def leaky_backward(by_outputs, sums, slope):
    """Return the gradient with respect to `sums` (N, H) of a Leaky ReLU.

    `by_outputs` (N, H) is the gradient with respect to its outputs.
    """
    return by_outputs * np.where(sums > 0, slope, slope)
