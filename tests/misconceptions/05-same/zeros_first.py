"""Puts the odd zero before the pixels."""
# message: the odd zero stands after


def same_zeros(size, window, stride):
    """Return how many zeros "same" puts before and after `size` pixels."""
    outputs = -(-size // stride)
    total = max((outputs - 1) * stride + window - size, 0)
    return total - total // 2, total // 2
