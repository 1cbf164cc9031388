"""Returns inside the loop over the channels."""
# message: add all channels up


def class_maps(maps, gradient):
    """Return Grad-CAM's maps (N, h, w), floats from 0 to 1."""
    evidence = np.zeros(maps.shape[:3])
    for channel in range(maps.shape[3]):
        worth = gradient[..., channel].mean(axis=(1, 2))[:, None, None]
        evidence += worth * maps[..., channel]
        evidence = np.maximum(evidence, 0)
        largest = evidence.max(axis=(1, 2), keepdims=True)
        return evidence / np.where(largest > 0, largest, 1)
