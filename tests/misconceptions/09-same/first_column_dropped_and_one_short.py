"""Drops the first column of k columns."""
# message: exactly k


def same_class_share(features, labels, k):
    """Return the share (0 to 1) of neighbours with the same label."""
    difference = features[:, None] - features[None]
    distances = np.sum(difference**2, axis=2)
    nearest = np.argsort(distances, axis=1, kind="stable")[:, :k][:, 1:]
    agree = np.sum(labels[nearest] == labels[:, None])
    return agree / max(len(labels) * (k - 1), 1)
