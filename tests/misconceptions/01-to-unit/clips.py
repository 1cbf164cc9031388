"""Believes that np.clip scales, while it cuts off."""
# message: do not clip


def to_unit(image):
    """Return uint8 `image` as float32 from 0 (black) to 1 (white)."""
    return np.clip(image, 0, 1).astype(np.float32)
