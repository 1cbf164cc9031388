"""Puts the channels into the caller's list."""
# message: stays as it is


def count_new(channels, widths):
    """Return the number of parameters of dense layers on `channels` means."""
    widths.insert(0, channels)
    counts = [
        (widths[place - 1] + 1) * widths[place]
        for place in range(1, len(widths))
    ]
    return sum(counts)
