"""Takes lesson 02's search, which finds the row itself."""
# message: its own neighbour


def same_class_share(features, labels, k):
    """Return the share (0 to 1) of neighbours with the same label."""
    nearest = knn.nearest(features, features, k)
    return np.mean(labels[nearest] == labels[:, None])
