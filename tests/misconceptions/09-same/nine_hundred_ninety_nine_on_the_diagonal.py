"""Puts 999 on the diagonal."""
# message: not even last


def same_class_share(features, labels, k):
    """Return the share (0 to 1) of neighbours with the same label."""
    difference = features[:, None] - features[None]
    distances = np.sum(difference**2, axis=2)
    np.fill_diagonal(distances, 999)
    nearest = np.argsort(distances, axis=1, kind="stable")[:, :k]
    return np.mean(labels[nearest] == labels[:, None])
