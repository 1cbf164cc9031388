"""Takes the last k of the order, the row itself among them."""
# message: not the farthest


def same_class_share(features, labels, k):
    """Return the share (0 to 1) of neighbours with the same label."""
    difference = features[:, None] - features[None]
    distances = 1.0 * np.sum(difference**2, axis=2)
    np.fill_diagonal(distances, np.inf)
    nearest = np.argsort(distances, axis=1, kind="stable")[:, -k:]
    return np.mean(labels[nearest] == labels[:, None])
