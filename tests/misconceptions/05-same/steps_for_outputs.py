"""Counts as many steps as windows."""
# message: that makes 8 outputs


def same_zeros(size, window, stride):
    """Return how many zeros "same" puts before and after `size` pixels."""
    outputs = -(-size // stride)
    total = max(outputs * stride + window - size, 0)
    return total // 2, total - total // 2
