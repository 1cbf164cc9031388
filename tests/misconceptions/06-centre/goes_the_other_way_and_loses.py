"""Moves by centre minus middle, with zeros."""
# message: the other way


def centred(image):
    """Return image (H, W), its centre of mass moved to the middle."""
    if not image.any():
        return image.copy()
    middle = (np.array(image.shape) - 1) / 2
    move = np.rint(ndimage.center_of_mass(image) - middle)
    return ndimage.shift(image, move, order=0)
