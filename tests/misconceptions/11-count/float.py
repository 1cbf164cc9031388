"""Returns a float."""
# message: one whole number


def count_new(channels, widths):
    """Return the number of parameters of dense layers on `channels` means."""
    total = 0.0
    for width in widths:
        total += (channels + 1) * width
        channels = width
    return total
