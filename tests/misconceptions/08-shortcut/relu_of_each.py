"""Applies ReLU to x and to y."""
# message: the sum, then ReLU


def add_shortcut(x, y):
    """Return ReLU(y + x), x brought to the shape of y; both are arrays."""
    stride, missing = x.shape[1] // y.shape[1], y.shape[3] - x.shape[3]
    x = np.pad(x[:, ::stride, ::stride], [(0, 0)] * 3 + [(0, missing)])
    return np.maximum(x, 0) + np.maximum(y, 0)
