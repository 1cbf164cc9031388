"""Takes H // 2 for the middle."""
# message: the middle of 6 rows


def centred(image):
    """Return image (H, W), its centre of mass moved to the middle."""
    if not image.any():
        return image.copy()
    move = np.array(image.shape) // 2 - ndimage.center_of_mass(image)
    return ndimage.shift(image, np.rint(move), order=0)
