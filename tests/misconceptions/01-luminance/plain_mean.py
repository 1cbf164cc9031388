"""Averages the channels as if the eye saw all three alike."""
# message: that is the plain mean


def luminance(image):
    """Return the brightness (H, W), uint8, of a uint8 RGB image (H, W, 3)."""
    return image.mean(axis=2).astype(np.uint8)
