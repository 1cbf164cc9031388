"""Takes columns for rows."""
# message: rows and columns are swapped


def centred(image):
    """Return image (H, W), its centre of mass moved to the middle."""
    if not image.any():
        return image.copy()
    middle = (np.array(image.shape) - 1) / 2
    move = np.rint(middle - ndimage.center_of_mass(image))
    return ndimage.shift(image, move[::-1], order=0)
