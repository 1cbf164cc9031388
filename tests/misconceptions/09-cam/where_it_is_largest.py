"""Marks the place of the largest value."""
# message: floats


def class_maps(maps, gradient):
    """Return Grad-CAM's maps (N, h, w), floats from 0 to 1."""
    worth = gradient.mean(axis=(1, 2), keepdims=True)
    evidence = np.maximum(np.sum(worth * maps, axis=3), 0)
    largest = evidence.max(axis=(1, 2), keepdims=True)
    return (evidence == largest) & (evidence > 0)
