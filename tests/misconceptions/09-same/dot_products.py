"""Takes the largest dot products."""
# message: no angles


def same_class_share(features, labels, k):
    """Return the share (0 to 1) of neighbours with the same label."""
    distances = -1.0 * (features @ features.T)
    np.fill_diagonal(distances, np.inf)
    nearest = np.argsort(distances, axis=1, kind="stable")[:, :k]
    return np.mean(labels[nearest] == labels[:, None])
