"""Divides the numbers of maps to find the stride."""
# message: only if y has half as many


def add_shortcut(x, y):
    """Return ReLU(y + x), x brought to the shape of y; both are arrays."""
    stride, missing = y.shape[3] // x.shape[3], y.shape[3] - x.shape[3]
    x = np.pad(x[:, ::stride, ::stride], [(0, 0)] * 3 + [(0, missing)])
    return np.maximum(x + y, 0)
