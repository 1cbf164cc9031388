"""Cuts the move off instead of rounding it."""
# message: 1.64 is nearer to 2


def centred(image):
    """Return image (H, W), its centre of mass moved to the middle."""
    if not image.any():
        return image.copy()
    middle = (np.array(image.shape) - 1) / 2
    move = (middle - ndimage.center_of_mass(image)).astype(int)
    return ndimage.shift(image, move, order=0)
