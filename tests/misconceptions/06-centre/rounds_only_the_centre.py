"""Rounds the centre and keeps the half."""
# message: round the move


def centred(image):
    """Return image (H, W), its centre of mass moved to the middle."""
    if not image.any():
        return image.copy()
    middle = (np.array(image.shape) - 1) / 2
    move = middle - np.rint(ndimage.center_of_mass(image))
    return ndimage.shift(image, move, order=0)
