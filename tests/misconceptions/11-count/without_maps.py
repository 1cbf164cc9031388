"""Leaves out the weights from the maps."""
# message: the first layer looks at the maps


def count_new(channels, widths):
    """Return the number of parameters of dense layers on `channels` means."""
    total = 0
    for place in range(1, len(widths)):
        total += (widths[place - 1] + 1) * widths[place]
    return total
