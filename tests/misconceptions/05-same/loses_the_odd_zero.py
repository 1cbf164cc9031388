"""Cuts both halves, so that an odd zero is lost."""
# message: only 15 outputs


def same_zeros(size, window, stride):
    """Return how many zeros "same" puts before and after `size` pixels."""
    outputs = -(-size // stride)
    padding = max((outputs - 1) * stride + window - size, 0) // 2
    return padding, padding
