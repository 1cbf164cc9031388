"""Takes the second, fourth, … row and column."""
# message: begin with the first row and column


def add_shortcut(x, y):
    """Return ReLU(y + x), x brought to the shape of y; both are arrays."""
    stride, missing = x.shape[1] // y.shape[1], y.shape[3] - x.shape[3]
    x = x[:, stride - 1 :: stride, stride - 1 :: stride]
    return np.maximum(np.pad(x, [(0, 0)] * 3 + [(0, missing)]) + y, 0)
