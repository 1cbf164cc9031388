"""Leaves the row itself among its neighbours."""
# message: no row is its own neighbour


def same_class_share(features, labels, k):
    """Return the share (0 to 1) of neighbours with the same label."""
    difference = features[:, None] - features[None]
    distances = np.sum(difference**2, axis=2)
    nearest = np.argsort(distances, axis=1, kind="stable")[:, :k]
    return np.mean(labels[nearest] == labels[:, None])
