"""Solves n c² = d instead of n c² = d²."""
# message: the distance squared


def brighten_by(image, distance):
    """Return `image` (H, W, C), floats, brighter by one number everywhere."""
    return image + np.sqrt(distance / image.size)
