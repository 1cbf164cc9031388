"""Returns the number to add instead of the brighter picture."""
# message: a picture of the same shape


def brighten_by(image, distance):
    """Return `image` (H, W, C), floats, brighter by one number everywhere."""
    return distance / np.sqrt(image.size)
