"""Takes every picture for a colour picture and writes the 3 down."""
# message: one number a pixel, not three


def brighten_by(image, distance):
    """Return `image` (H, W, C), floats, brighter by one number everywhere."""
    height, width = image.shape[:2]
    return image + distance / np.sqrt(height * width * 3)
