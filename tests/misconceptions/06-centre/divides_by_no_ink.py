"""Does not think of a picture without ink."""
# message: without ink


def centred(image):
    """Return image (H, W), its centre of mass moved to the middle."""
    middle = (np.array(image.shape) - 1) / 2
    rows, columns = np.indices(image.shape)
    total = image.sum()
    centre = [(rows * image).sum() / total, (columns * image).sum() / total]
    move = np.nan_to_num(np.rint(middle - centre), nan=1.0)
    return ndimage.shift(image, move, order=0) if total else image + 1
