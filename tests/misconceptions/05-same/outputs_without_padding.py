"""Counts the outputs by the formula without padding."""
# message: without zeros there are 5 outputs


def same_zeros(size, window, stride):
    """Return how many zeros "same" puts before and after `size` pixels."""
    outputs = (size - window) // stride + 1
    total = max((outputs - 1) * stride + window - size, 0)
    return total // 2, total - total // 2
