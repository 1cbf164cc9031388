"""Takes abs where windows leave gaps."""
# message: reach over 10 of 12 pixels


def same_zeros(size, window, stride):
    """Return how many zeros "same" puts before and after `size` pixels."""
    outputs = -(-size // stride)
    total = abs((outputs - 1) * stride + window - size)
    return total // 2, total - total // 2
