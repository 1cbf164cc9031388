"""Adds in place: += changes the caller's array."""
# message: return a new one


def brighten_by(image, distance):
    """Return `image` (H, W, C), floats, brighter by one number everywhere."""
    image += distance / np.sqrt(image.size)
    return image
