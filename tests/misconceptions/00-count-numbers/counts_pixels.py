"""Counts the pixels and forgets that each of them holds several numbers."""
# message: number of pixels


def count_numbers(image):
    """Return how many numbers `image`, an array (H, W, C), holds."""
    height, width, channels = image.shape
    return height * width
