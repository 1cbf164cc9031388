"""Divides well, then stores the fractions in an array of bytes."""
# message: cut the fractions


def to_unit(image):
    """Return uint8 `image` as float32 from 0 (black) to 1 (white)."""
    scaled = np.zeros_like(image)
    scaled[:] = image / 255
    return scaled.astype(np.float32)
