"""Takes 1 off each row's count, for the row itself."""
# message: wherever it stands


def same_class_share(features, labels, k):
    """Return the share (0 to 1) of neighbours with the same label."""
    difference = features[:, None] - features[None]
    distances = np.sum(difference**2, axis=2)
    nearest = np.argsort(distances, axis=1, kind="stable")[:, : k + 1]
    agree = (labels[nearest] == labels[:, None]).sum(axis=1) - 1
    return agree.sum() / (len(labels) * k)
