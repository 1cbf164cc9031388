"""Takes the mean of an empty list where no cover lies."""
# message: no cover hides


def drop_map(score, image, window, step, grey):
    """Return the mean drop of the score for each pixel, floats (H, W)."""
    height, width = image.shape[:2]
    drops = [[[] for _ in range(width)] for _ in range(height)]
    before = score(image)
    for top in range(0, height - window + 1, step):
        for left in range(0, width - window + 1, step):
            covered = image.copy()
            covered[top : top + window, left : left + window] = grey
            drop = before - score(covered)
            for row in range(top, top + window):
                for column in range(left, left + window):
                    drops[row][column].append(drop)
    return np.array([[np.mean(d) for d in row] for row in drops])
