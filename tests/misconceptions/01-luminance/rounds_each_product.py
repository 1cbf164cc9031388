"""Rounds three times, so that three small errors can add up to a large one."""
# message: add the three products, then round


def luminance(image):
    """Return the brightness (H, W), uint8, of a uint8 RGB image (H, W, 3)."""
    weights = np.array([0.299, 0.587, 0.114])
    products = np.rint(image * weights)
    return products.sum(axis=-1).astype(np.uint8)
