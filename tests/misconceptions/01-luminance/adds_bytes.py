"""Adds the channels in uint8, where the sum wraps around at 256."""
# message: is 109 in uint8


def luminance(image):
    """Return the brightness (H, W), uint8, of a uint8 RGB image (H, W, 3)."""
    red = image[:, :, 0]
    green = image[:, :, 1]
    blue = image[:, :, 2]
    return ((red + green + blue) / 3).astype(np.uint8)
