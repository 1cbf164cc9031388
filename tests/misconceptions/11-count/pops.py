"""Empties the caller's list."""
# message: stays as it is


def count_new(channels, widths):
    """Return the number of parameters of dense layers on `channels` means."""
    total = 0
    while widths:
        width = widths.pop(0)
        total += (channels + 1) * width
        channels = width
    return total
