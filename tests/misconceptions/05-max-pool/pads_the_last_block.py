"""Fills up the last block with zeros, as "same" would."""
# message: two rows and two columns of blocks


def max_pool(maps, window):
    """Return the block maxima (N, H // window, W // window, C) of `maps`."""
    n, height, width, channels = maps.shape
    rows, columns = -(-height // window), -(-width // window)
    short = (rows * window - height, columns * window - width)
    padded = np.pad(maps, ((0, 0), (0, short[0]), (0, short[1]), (0, 0)))
    blocks = padded.reshape(n, rows, window, columns, window, channels)
    return blocks.max(axis=(2, 4))
