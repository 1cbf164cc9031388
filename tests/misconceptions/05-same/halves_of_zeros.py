"""Divides with / and gets half a zero."""
# message: whole numbers


def same_zeros(size, window, stride):
    """Return how many zeros "same" puts before and after `size` pixels."""
    outputs = int(np.ceil(size / stride))
    total = max((outputs - 1) * stride + window - size, 0)
    return total / 2, total / 2
