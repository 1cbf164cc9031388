"""Multiplies the layers."""
# message: add the layers up


def count_new(channels, widths):
    """Return the number of parameters of dense layers on `channels` means."""
    total, incoming = 1, channels
    for width in widths:
        total *= (incoming + 1) * width
        incoming = width
    return total
