"""Averages over rows and columns only, so each picture has its own mean."""
# message: one mean a picture


def standardise(images):
    """Return (mean, sd, standardised) for uint8 images (N, H, W, C)."""
    mean = images.mean(axis=(1, 2))
    sd = images.std(axis=(1, 2))
    standardised = (images - mean[:, None, None]) / sd[:, None, None]
    return mean, sd, standardised
