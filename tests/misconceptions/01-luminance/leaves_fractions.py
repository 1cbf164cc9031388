"""Returns the weighted sum as it is, with fractions."""
# message: fractions are left


def luminance(image):
    """Return the brightness (H, W), uint8, of a uint8 RGB image (H, W, 3)."""
    return image @ np.array([0.299, 0.587, 0.114])
