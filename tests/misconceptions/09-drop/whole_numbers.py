"""Collects the drops in an array of the image's dtype."""
# message: halves were cut off


def drop_map(score, image, window, step, grey):
    """Return the mean drop of the score for each pixel, floats (H, W)."""
    height, width = image.shape[:2]
    total = np.zeros_like(image[:, :, 0])
    count = np.zeros_like(total)
    before = score(image)
    for top in range(0, height - window + 1, step):
        for left in range(0, width - window + 1, step):
            covered = image.copy()
            covered[top : top + window, left : left + window] = grey
            drop = before - score(covered)
            for row in range(top, top + window):
                for column in range(left, left + window):
                    total[row, column] = total[row, column] + drop
                    count[row, column] += 1
    return total / np.maximum(count, 1)
