"""Cuts off, then maps the smallest value to 0."""
# message: the smallest stays as it is


def class_maps(maps, gradient):
    """Return Grad-CAM's maps (N, h, w), floats from 0 to 1."""
    worth = gradient.mean(axis=(1, 2), keepdims=True)
    evidence = np.maximum(np.sum(worth * maps, axis=3), 0)
    evidence = evidence - evidence.min(axis=(1, 2), keepdims=True)
    largest = evidence.max(axis=(1, 2), keepdims=True)
    return evidence / np.where(largest > 0, largest, 1)
