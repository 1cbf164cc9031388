"""Takes the mean of the maps and multiplies the gradients by it."""
# message: a mean gradient


def class_maps(maps, gradient):
    """Return Grad-CAM's maps (N, h, w), floats from 0 to 1."""
    worth = maps.mean(axis=(1, 2), keepdims=True)
    evidence = np.maximum(np.sum(worth * gradient, axis=3), 0)
    largest = evidence.max(axis=(1, 2), keepdims=True)
    return evidence / np.where(largest > 0, largest, 1)
