"""Brings x to the shape of y, and forgets to add y."""
# message: y is missing


def add_shortcut(x, y):
    """Return ReLU(y + x), x brought to the shape of y; both are arrays."""
    stride = x.shape[1] // y.shape[1]
    x = x[:, ::stride, ::stride]
    x = np.pad(x, [(0, 0)] * 3 + [(0, y.shape[3] - x.shape[3])])
    return np.maximum(x, 0)
