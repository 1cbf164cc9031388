"""Reads the channels in OpenCV's order: blue, green, red."""
# message: red and blue are swapped


def luminance(image):
    """Return the brightness (H, W), uint8, of a uint8 RGB image (H, W, 3)."""
    blue, green, red = image[..., 0], image[..., 1], image[..., 2]
    grey = 0.299 * red + 0.587 * green + 0.114 * blue
    return np.rint(grey).astype(np.uint8)
