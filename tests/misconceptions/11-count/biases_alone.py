"""Counts the units alone."""
# message: each unit has weights


def count_new(channels, widths):
    """Return the number of parameters of dense layers on `channels` means."""
    return sum(widths)
