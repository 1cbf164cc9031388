"""Believes that len() counts all that an array holds, as in a flat list."""
# message: which is what len() counts


def count_numbers(image):
    """Return how many numbers `image`, an array (H, W, C), holds."""
    return len(image)
