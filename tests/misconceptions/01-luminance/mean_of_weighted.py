"""Takes the mean of the weighted channels, which divides by 3 once more."""
# message: the weights already add up to 1


def luminance(image):
    """Return the brightness (H, W), uint8, of a uint8 RGB image (H, W, 3)."""
    weighted = image * np.array([0.299, 0.587, 0.114])
    return np.rint(weighted.mean(axis=2)).astype(np.uint8)
