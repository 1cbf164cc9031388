"""Takes the largest value before the cut and meets 0 / 0 where all are 0."""
# message: 0 / 0


def class_maps(maps, gradient):
    """Return Grad-CAM's maps (N, h, w), floats from 0 to 1."""
    worth = gradient.mean(axis=(1, 2), keepdims=True)
    evidence = np.sum(worth * maps, axis=3)
    return np.maximum(evidence, 0) / evidence.max(axis=(1, 2), keepdims=True)
