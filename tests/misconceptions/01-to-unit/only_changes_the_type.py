"""Believes that a float image has values from 0 to 1 by itself."""
# message: the type changes no value


def to_unit(image):
    """Return uint8 `image` as float32 from 0 (black) to 1 (white)."""
    return image.astype(np.float32)
