"""Counts the first layer alone."""
# message: the layers after the first count


def count_new(channels, widths):
    """Return the number of parameters of dense layers on `channels` means."""
    return (channels + 1) * widths[0] if widths else 0
