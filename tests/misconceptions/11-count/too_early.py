"""Takes a layer for its own input."""
# message: not this one


def count_new(channels, widths):
    """Return the number of parameters of dense layers on `channels` means."""
    total = 0
    for width in widths:
        total += (width + 1) * width
    return total
