"""Puts all zeros after the pixels."""
# message: half before, half after


def same_zeros(size, window, stride):
    """Return how many zeros "same" puts before and after `size` pixels."""
    outputs = -(-size // stride)
    return 0, max((outputs - 1) * stride + window - size, 0)
