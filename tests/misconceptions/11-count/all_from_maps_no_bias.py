"""Lets every layer look at the maps, without biases."""
# message: what the one before gives out


def count_new(channels, widths):
    """Return the number of parameters of dense layers on `channels` means."""
    return sum(channels * width for width in widths)
