"""Names the axis of the channels, which is the one to keep."""
# message: the channels were averaged


def standardise(images):
    """Return (mean, sd, standardised) for uint8 images (N, H, W, C)."""
    mean = images.mean(axis=3)
    sd = images.std(axis=3)
    return mean, sd, (images - mean) / sd
