"""Weighs the channels and forgets to add them up."""
# message: sum over the last axis


def luminance(image):
    """Return the brightness (H, W), uint8, of a uint8 RGB image (H, W, 3)."""
    weights = np.array([0.299, 0.587, 0.114])
    return np.rint(image * weights).astype(np.uint8)
