"""Divides the drop by the score before."""
# message: before minus that after


def drop_map(score, image, window, step, grey):
    """Return the mean drop of the score for each pixel, floats (H, W)."""
    height, width = image.shape[:2]
    total, count = np.zeros((2, height, width))
    before = score(image)
    for top in range(0, height - window + 1, step):
        for left in range(0, width - window + 1, step):
            hidden = np.s_[top : top + window, left : left + window]
            covered = image.copy()
            covered[hidden] = grey
            total[hidden] += (before - score(covered)) / before
            count[hidden] += 1
    return total / np.maximum(count, 1)
