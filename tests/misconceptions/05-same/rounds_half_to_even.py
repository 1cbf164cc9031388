"""Halves with `round`, which rounds 0.5 to 0 and 1.5 to 2."""
# message: Python rounds 1.5 to 2


def same_zeros(size, window, stride):
    """Return how many zeros "same" puts before and after `size` pixels."""
    outputs = -(-size // stride)
    total = max((outputs - 1) * stride + window - size, 0)
    before = round(total / 2)
    return before, total - before
