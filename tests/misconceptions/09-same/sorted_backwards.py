"""Sorts closeness upwards and takes the last k."""
# message: the smaller index first


def same_class_share(features, labels, k):
    """Return the share (0 to 1) of neighbours with the same label."""
    difference = features[:, None] - features[None]
    distances = np.sum(difference**2, axis=2)
    np.fill_diagonal(distances, np.inf)
    nearest = np.argsort(-distances, axis=1, kind="stable")[:, ::-1][:, :k]
    return np.mean(labels[nearest] == labels[:, None])
