"""Gives the drop to the top left pixel of the cover."""
# message: not its corner


def drop_map(score, image, window, step, grey):
    """Return the mean drop of the score for each pixel, floats (H, W)."""
    height, width = image.shape[:2]
    total, count = np.zeros((2, height, width))
    before = score(image)
    for top in range(0, height - window + 1, step):
        for left in range(0, width - window + 1, step):
            covered = image.copy()
            covered[top : top + window, left : left + window] = grey
            total[top, left] += before - score(covered)
            count[top, left] += 1
    return total / np.maximum(count, 1)
