"""Gets the derivative as output / sum."""
# message: do not divide by the sums


def leaky_backward(by_outputs, sums, slope):
    """Return the gradient with respect to `sums` (N, H) of a Leaky ReLU."""
    outputs = np.where(sums > 0, sums, slope * sums)
    with np.errstate(invalid="ignore"):
        return by_outputs * outputs / sums
