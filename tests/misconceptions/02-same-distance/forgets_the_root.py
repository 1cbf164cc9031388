"""Solves n c² = d² for c² and forgets the root."""
# message: is c², not c


def brighten_by(image, distance):
    """Return `image` (H, W, C), floats, brighter by one number everywhere."""
    return image + distance**2 / image.size
