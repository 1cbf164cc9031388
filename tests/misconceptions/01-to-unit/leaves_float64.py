"""Divides and forgets that NumPy then computes in float64."""
# message: float32
# message: got float64


def to_unit(image):
    """Return uint8 `image` as float32 from 0 (black) to 1 (white)."""
    return image / 255
