"""Takes the absolute value of the evidence."""
# message: no absolute values


def class_maps(maps, gradient):
    """Return Grad-CAM's maps (N, h, w), floats from 0 to 1."""
    worth = gradient.mean(axis=(1, 2), keepdims=True)
    evidence = np.abs(np.sum(worth * maps, axis=3))
    return evidence / evidence.max(axis=(1, 2), keepdims=True)
