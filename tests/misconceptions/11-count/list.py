"""Returns the count of each layer."""
# message: one


def count_new(channels, widths):
    """Return the number of parameters of dense layers on `channels` means."""
    counts = []
    for width in widths:
        counts.append((channels + 1) * width)
        channels = width
    return counts
