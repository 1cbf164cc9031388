"""Scales first, then cuts off."""
# message: cut off before you scale


def class_maps(maps, gradient):
    """Return Grad-CAM's maps (N, h, w), floats from 0 to 1."""
    worth = gradient.mean(axis=(1, 2), keepdims=True)
    evidence = np.sum(worth * maps, axis=3)
    evidence = evidence / evidence.max(axis=(1, 2), keepdims=True)
    return np.maximum(evidence, 0)
