"""Takes the middle of the rows for the columns too."""
# message: of 11 columns column 5


def centred(image):
    """Return image (H, W), its centre of mass moved to the middle."""
    if not image.any():
        return image.copy()
    middle = (len(image) - 1) / 2
    move = np.rint(middle - np.array(ndimage.center_of_mass(image)))
    return ndimage.shift(image, move, order=0)
