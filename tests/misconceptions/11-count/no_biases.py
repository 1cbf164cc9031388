"""Forgets the biases."""
# message: each unit has a bias


def count_new(channels, widths):
    """Return the number of parameters of dense layers on `channels` means."""
    total, incoming = 0, channels
    for width in widths:
        total += incoming * width
        incoming = width
    return total
