"""Uses scikit-image's function, which weighs by a newer standard."""
# message: rgb2gray has other weights


def luminance(image):
    """Return the brightness (H, W), uint8, of a uint8 RGB image (H, W, 3)."""
    return np.rint(color.rgb2gray(image) * 255).astype(np.uint8)
