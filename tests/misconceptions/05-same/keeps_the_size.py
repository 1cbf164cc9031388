"""Solves for as many outputs as pixels."""
# message: that keeps 32 outputs


def same_zeros(size, window, stride):
    """Return how many zeros "same" puts before and after `size` pixels."""
    total = max((size - 1) * stride + window - size, 0)
    return total // 2, total - total // 2
