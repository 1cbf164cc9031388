"""Takes the mean of the old value and the new drop."""
# message: a pixel's own covers


def drop_map(score, image, window, step, grey):
    """Return the mean drop of the score for each pixel, floats (H, W)."""
    drops = np.zeros(image.shape[:2])
    before = score(image)
    for top in range(0, image.shape[0] - window + 1, step):
        for left in range(0, image.shape[1] - window + 1, step):
            hidden = np.s_[top : top + window, left : left + window]
            covered = image.copy()
            covered[hidden] = grey
            drops[hidden] = (drops[hidden] + before - score(covered)) / 2
    return drops
