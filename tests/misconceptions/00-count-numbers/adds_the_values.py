"""Adds up the values of the numbers instead of counting them."""
# message: the values were added


def count_numbers(image):
    """Return how many numbers `image`, an array (H, W, C), holds."""
    return np.sum(image)
