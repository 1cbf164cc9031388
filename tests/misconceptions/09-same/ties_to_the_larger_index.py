"""Lets the larger index win a tie."""
# message: the smaller index first


def same_class_share(features, labels, k):
    """Return the share (0 to 1) of neighbours with the same label."""
    difference = features[:, None] - features[None]
    distances = np.sum(difference**2, axis=2)
    np.fill_diagonal(distances, np.inf)
    nearest = [np.lexsort((-np.arange(len(row)), row))[:k] for row in distances]
    return np.mean(labels[np.array(nearest)] == labels[:, None])
