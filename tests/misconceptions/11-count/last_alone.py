"""Forgets to add up."""
# message: add them up


def count_new(channels, widths):
    """Return the number of parameters of dense layers on `channels` means."""
    total, incoming = 0, channels
    for width in widths:
        total = (incoming + 1) * width
        incoming = width
    return total
