"""Pads window - stride, whatever the size."""
# message: only if S divides N


def same_zeros(size, window, stride):
    """Return how many zeros "same" puts before and after `size` pixels."""
    total = max(window - stride, 0)
    return total // 2, total - total // 2
