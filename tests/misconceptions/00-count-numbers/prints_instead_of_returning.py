"""Prints the right number, so that the function returns None."""
# message: nothing is returned yet


def count_numbers(image):
    """Return how many numbers `image`, an array (H, W, C), holds."""
    height, width, channels = image.shape
    print(height * width * channels)
