"""Adds no zeros when the step is longer than the window."""
# message: one more than 9


def same_zeros(size, window, stride):
    """Return how many zeros "same" puts before and after `size` pixels."""
    if stride >= window:
        return 0, 0
    outputs = -(-size // stride)
    total = (outputs - 1) * stride + window - size
    return total // 2, total - total // 2
