"""Adds 1 to the largest value, against 0 / 0."""
# message: add nothing


def class_maps(maps, gradient):
    """Return Grad-CAM's maps (N, h, w), floats from 0 to 1."""
    worth = gradient.mean(axis=(1, 2), keepdims=True)
    evidence = np.maximum(np.sum(worth * maps, axis=3), 0)
    return evidence / (evidence.max(axis=(1, 2), keepdims=True) + 1)
