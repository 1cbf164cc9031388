"""Puts ones where no evidence is."""
# message: all zeros


def class_maps(maps, gradient):
    """Return Grad-CAM's maps (N, h, w), floats from 0 to 1."""
    worth = gradient.mean(axis=(1, 2), keepdims=True)
    evidence = np.maximum(np.sum(worth * maps, axis=3), 0)
    largest = evidence.max(axis=(1, 2), keepdims=True)
    with np.errstate(all="ignore"):
        return np.where(largest > 0, evidence / largest, 1)
