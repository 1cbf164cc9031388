"""Rounds the number of outputs down."""
# message: 10 / 3 is rounded up


def same_zeros(size, window, stride):
    """Return how many zeros "same" puts before and after `size` pixels."""
    outputs = size // stride
    total = max((outputs - 1) * stride + window - size, 0)
    return total // 2, total - total // 2
