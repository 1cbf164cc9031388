"""Takes ReLU of x, and adds it to y."""
# message: ReLU of the sum, not of x


def add_shortcut(x, y):
    """Return ReLU(y + x), x brought to the shape of y; both are arrays."""
    stride = x.shape[1] // y.shape[1]
    x = np.maximum(x[:, ::stride, ::stride], 0)
    x = np.pad(x, [(0, 0)] * 3 + [(0, y.shape[3] - x.shape[3])])
    return np.maximum(x + y, 0)
