"""Takes every picture for a colour picture and writes the 3 down."""
# message: one channel, not three


def count_numbers(image):
    """Return how many numbers `image`, an array (H, W, C), holds."""
    return image.shape[0] * image.shape[1] * 3
