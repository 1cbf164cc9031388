"""Returns one number, the zeros of both ends."""
# message: return two numbers


def same_zeros(size, window, stride):
    """Return how many zeros "same" puts before and after `size` pixels."""
    outputs = -(-size // stride)
    return max((outputs - 1) * stride + window - size, 0)
