"""Uses (F − 1) / 2 at stride 1, also for an even window."""
# message: for an odd F


def same_zeros(size, window, stride):
    """Return how many zeros "same" puts before and after `size` pixels."""
    if stride == 1:
        return (window - 1) // 2, (window - 1) // 2
    outputs = -(-size // stride)
    total = max((outputs - 1) * stride + window - size, 0)
    return total // 2, total - total // 2
