"""Shares each gradient between two bins, as the lesson does."""
# message: no sharing


def direction_sums(down, right, bins):
    """Return the summed lengths (bins,) of gradients by their angle."""
    strength = np.hypot(down, right)
    angle = np.arctan2(down, right) % (2 * np.pi)
    place = angle / (2 * np.pi) * bins
    lower = place.astype(int)
    share = place - lower
    sums = np.zeros(bins)
    np.add.at(sums, lower % bins, strength * (1 - share))
    np.add.at(sums, (lower + 1) % bins, strength * share)
    return sums
