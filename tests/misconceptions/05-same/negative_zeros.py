"""Forgets that windows may leave gaps."""
# message: never fewer zeros than none


def same_zeros(size, window, stride):
    """Return how many zeros "same" puts before and after `size` pixels."""
    outputs = -(-size // stride)
    total = (outputs - 1) * stride + window - size
    return total // 2, total - total // 2
