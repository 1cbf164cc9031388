"""Takes means of 2 × 2."""
# message: every second place, no means


def add_shortcut(x, y):
    """Return ReLU(y + x), x brought to the shape of y; both are arrays."""
    stride, missing = x.shape[1] // y.shape[1], y.shape[3] - x.shape[3]
    n, height, width, maps = *y.shape[:3], x.shape[3]
    x = x.reshape(n, height, stride, width, stride, maps).mean(axis=(2, 4))
    return np.maximum(np.pad(x, [(0, 0)] * 3 + [(0, missing)]) + y, 0)
