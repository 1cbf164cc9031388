"""Adds one on both sides."""
# message: one to each unit


def count_new(channels, widths):
    """Return the number of parameters of dense layers on `channels` means."""
    total, incoming = 0, channels
    for width in widths:
        total += (incoming + 1) * (width + 1)
        incoming = width
    return total
