"""Counts one bias a layer."""
# message: each unit has a bias, not each layer


def count_new(channels, widths):
    """Return the number of parameters of dense layers on `channels` means."""
    total, incoming = 0, channels
    for width in widths:
        total += incoming * width + 1
        incoming = width
    return total
