"""Takes the shape itself for the answer."""
# message: that is the shape


def count_numbers(image):
    """Return how many numbers `image`, an array (H, W, C), holds."""
    return image.shape
