"""Assigns the result to the array that the caller still needs."""
# message: the picture passed in was changed


def to_unit(image):
    """Return uint8 `image` as float32 from 0 (black) to 1 (white)."""
    image[:] = image / 255
    return image.astype(np.float32)
