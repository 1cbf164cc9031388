"""Returns the sums and the counts."""
# message: one number a pixel


def drop_map(score, image, window, step, grey):
    """Return the mean drop of the score for each pixel, floats (H, W)."""
    total, count = np.zeros((2, *image.shape[:2]))
    before = score(image)
    for top in range(0, image.shape[0] - window + 1, step):
        for left in range(0, image.shape[1] - window + 1, step):
            hidden = np.s_[top : top + window, left : left + window]
            covered = image.copy()
            covered[hidden] = grey
            total[hidden] += before - score(covered)
            count[hidden] += 1
    return total, count
