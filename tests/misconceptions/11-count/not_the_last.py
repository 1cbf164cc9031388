"""Leaves out the layer of the classes."""
# message: the last layer counts, too


def count_new(channels, widths):
    """Return the number of parameters of dense layers on `channels` means."""
    total, incoming = 0, channels
    for width in widths[:-1]:
        total += (incoming + 1) * width
        incoming = width
    return total
