"""Multiplies all the widths."""
# message: multiply what comes in by what goes out


def count_new(channels, widths):
    """Return the number of parameters of dense layers on `channels` means."""
    return int(channels * np.prod(widths))
