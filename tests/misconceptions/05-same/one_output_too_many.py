"""Rounds up by adding 1, even where nothing is left over."""
# message: that makes 8 outputs


def same_zeros(size, window, stride):
    """Return how many zeros "same" puts before and after `size` pixels."""
    outputs = size // stride + 1
    total = max((outputs - 1) * stride + window - size, 0)
    return total // 2, total - total // 2
