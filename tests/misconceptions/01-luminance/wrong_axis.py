"""Sums over the columns instead of over the three colours."""
# message: sum over the last axis


def luminance(image):
    """Return the brightness (H, W), uint8, of a uint8 RGB image (H, W, 3)."""
    weighted = image * np.array([0.299, 0.587, 0.114])
    return np.rint(weighted.sum(axis=1)).astype(np.uint8)
