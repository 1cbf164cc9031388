"""Goes through the layers backwards."""
# message: only the first layer looks at the maps


def count_new(channels, widths):
    """Return the number of parameters of dense layers on `channels` means."""
    total, incoming = 0, channels
    for width in reversed(widths):
        total += (incoming + 1) * width
        incoming = width
    return total
