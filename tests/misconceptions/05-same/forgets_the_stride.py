"""Takes (F - 1) / 2, whatever the stride."""
# message: (F − 1) / 2 is for stride 1


def same_zeros(size, window, stride):
    """Return how many zeros "same" puts before and after `size` pixels."""
    return (window - 1) // 2, (window - 1) // 2
