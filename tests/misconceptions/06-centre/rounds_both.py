"""Rounds the middle and the centre."""
# message: round once


def centred(image):
    """Return image (H, W), its centre of mass moved to the middle."""
    if not image.any():
        return image.copy()
    move = np.rint((np.array(image.shape) - 1) / 2) - np.rint(
        ndimage.center_of_mass(image)
    )
    return ndimage.shift(image, np.rint(move), order=0)
