"""Divides by the number of byte values instead of the largest of them."""
# message: white is 255, not 256


def to_unit(image):
    """Return uint8 `image` as float32 from 0 (black) to 1 (white)."""
    return image.astype(np.float32) / 256
