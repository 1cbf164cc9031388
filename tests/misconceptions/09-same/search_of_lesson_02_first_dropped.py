"""Takes lesson 02's search for k + 1 and drops the first."""
# message: leave out the row itself


def same_class_share(features, labels, k):
    """Return the share (0 to 1) of neighbours with the same label."""
    nearest = knn.nearest(features, features, k + 1)[:, 1:]
    return np.mean(labels[nearest] == labels[:, None])
