"""Compares how long the rows are."""
# message: no lengths


def same_class_share(features, labels, k):
    """Return the share (0 to 1) of neighbours with the same label."""
    lengths = np.sqrt(np.sum(features**2, axis=1))
    distances = np.abs(lengths[:, None] - lengths)
    np.fill_diagonal(distances, np.inf)
    nearest = np.argsort(distances, axis=1, kind="stable")[:, :k]
    return np.mean(labels[nearest] == labels[:, None])
