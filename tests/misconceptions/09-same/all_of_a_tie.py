"""Counts every row that is no farther than the k-th."""
# message: not all of a tie


def same_class_share(features, labels, k):
    """Return the share (0 to 1) of neighbours with the same label."""
    difference = features[:, None] - features[None]
    distances = 1.0 * np.sum(difference**2, axis=2)
    np.fill_diagonal(distances, np.inf)
    limit = np.sort(distances, axis=1)[:, k - 1 : k]
    same = labels == labels[:, None]
    return np.sum(same & (distances <= limit)) / np.sum(distances <= limit)
