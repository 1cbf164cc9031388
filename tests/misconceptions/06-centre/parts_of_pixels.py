"""Moves by parts of a pixel."""
# message: two dots


def centred(image):
    """Return image (H, W), its centre of mass moved to the middle."""
    if not image.any():
        return image.copy()
    middle = (np.array(image.shape) - 0.5) / 2
    move = middle - ndimage.center_of_mass(image)
    return ndimage.shift(image, move, order=1)
