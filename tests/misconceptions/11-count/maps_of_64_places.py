"""Flattens 8 × 8 places in place of taking means."""
# message: the mean of each map is one number


def count_new(channels, widths):
    """Return the number of parameters of dense layers on `channels` means."""
    total, incoming = 0, 64 * channels
    for width in widths:
        total += (incoming + 1) * width
        incoming = width
    return total
