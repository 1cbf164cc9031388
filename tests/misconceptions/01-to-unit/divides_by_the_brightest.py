"""Makes the brightest pixel of each picture white."""
# message: a dim picture stays dim


def to_unit(image):
    """Return uint8 `image` as float32 from 0 (black) to 1 (white)."""
    return image.astype(np.float32) / image.max()
