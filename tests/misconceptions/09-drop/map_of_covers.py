"""Returns a number for each cover, as in the lesson."""
# message: not one a cover


def drop_map(score, image, window, step, grey):
    """Return the mean drop of the score for each pixel, floats (H, W)."""
    tops = range(0, image.shape[0] - window + 1, step)
    lefts = range(0, image.shape[1] - window + 1, step)
    drops = np.zeros((len(tops), len(lefts)))
    before = score(image)
    for i, top in enumerate(tops):
        for j, left in enumerate(lefts):
            covered = image.copy()
            covered[top : top + window, left : left + window] = grey
            drops[i, j] = before - score(covered)
    return drops
