"""Counts pixels where numbers count: three a pixel."""
# message: √4 counts pixels


def brighten_by(image, distance):
    """Return `image` (H, W, C), floats, brighter by one number everywhere."""
    height, width, channels = image.shape
    return image + distance / np.sqrt(height * width)
