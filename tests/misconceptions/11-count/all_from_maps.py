"""Lets every layer look at the maps."""
# message: what the one before gives out


def count_new(channels, widths):
    """Return the number of parameters of dense layers on `channels` means."""
    return sum((channels + 1) * width for width in widths)
