"""Shares the distance out evenly, which is right for L1."""
# message: makes the L1 distance 9


def brighten_by(image, distance):
    """Return `image` (H, W, C), floats, brighter by one number everywhere."""
    return image + distance / image.size
