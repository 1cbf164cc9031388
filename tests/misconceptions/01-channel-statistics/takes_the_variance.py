"""Forgets the root: the variance is not the standard deviation."""
# message: that is the variance


def standardise(images):
    """Return (mean, sd, standardised) for uint8 images (N, H, W, C)."""
    mean = images.mean(axis=(0, 1, 2))
    sd = ((images - mean) ** 2).mean(axis=(0, 1, 2))
    return mean, sd, (images - mean) / sd
