"""Takes the mean place of all pixels with ink."""
# message: weigh them by ink


def centred(image):
    """Return image (H, W), its centre of mass moved to the middle."""
    if not image.any():
        return image.copy()
    middle = (np.array(image.shape) - 1) / 2
    centre = np.argwhere(image).mean(axis=0)
    return ndimage.shift(image, np.rint(middle - centre), order=0)
