"""Rolls the picture."""
# message: np.roll


def centred(image):
    """Return image (H, W), its centre of mass moved to the middle."""
    if not image.any():
        return image.copy()
    middle = (np.array(image.shape) - 1) / 2
    move = np.rint(middle - ndimage.center_of_mass(image)).astype(int)
    return np.roll(image, move, axis=(0, 1))
