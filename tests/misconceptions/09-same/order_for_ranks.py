"""Takes argsort for the ranks of the rows."""
# message: no ranks


def same_class_share(features, labels, k):
    """Return the share (0 to 1) of neighbours with the same label."""
    difference = features[:, None] - features[None]
    distances = 1.0 * np.sum(difference**2, axis=2)
    np.fill_diagonal(distances, np.inf)
    ranks = np.argsort(distances, axis=1, kind="stable")
    same = labels == labels[:, None]
    return np.sum(same & (ranks < k)) / (len(labels) * k)
