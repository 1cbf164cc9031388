"""Subtracts the mean and forgets the spread."""
# message: the spread is not 1


def standardise(images):
    """Return (mean, sd, standardised) for uint8 images (N, H, W, C)."""
    mean = images.mean(axis=(0, 1, 2))
    sd = images.std(axis=(0, 1, 2))
    return mean, sd, images - mean
