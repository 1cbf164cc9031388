"""Counts the maps where there is no layer."""
# message: no layer has no parameters


def count_new(channels, widths):
    """Return the number of parameters of dense layers on `channels` means."""
    total = (channels + 1) * (widths[0] if widths else 1)
    for place in range(1, len(widths)):
        total += (widths[place - 1] + 1) * widths[place]
    return total
