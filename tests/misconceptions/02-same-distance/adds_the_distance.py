"""Adds the distance itself to every number."""
# message: that is too far


def brighten_by(image, distance):
    """Return `image` (H, W, C), floats, brighter by one number everywhere."""
    return image + distance
