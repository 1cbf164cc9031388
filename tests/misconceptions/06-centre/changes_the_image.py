"""Writes into the given image."""
# message: changed in place


def centred(image):
    """Return image (H, W), its centre of mass moved to the middle."""
    if image.any():
        middle = (np.array(image.shape) - 1) / 2
        move = np.rint(middle - ndimage.center_of_mass(image))
        image[:] = ndimage.shift(image, move, order=0)
    return image
