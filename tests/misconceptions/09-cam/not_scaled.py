"""Forgets to scale."""
# message: scale each map


def class_maps(maps, gradient):
    """Return Grad-CAM's maps (N, h, w), floats from 0 to 1."""
    worth = gradient.mean(axis=(1, 2), keepdims=True)
    return np.maximum(np.sum(worth * maps, axis=3), 0)
