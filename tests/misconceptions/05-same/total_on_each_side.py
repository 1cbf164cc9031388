"""Puts the zeros of both ends on each end."""
# message: both ends need together


def same_zeros(size, window, stride):
    """Return how many zeros "same" puts before and after `size` pixels."""
    outputs = -(-size // stride)
    total = max((outputs - 1) * stride + window - size, 0)
    return total, total
