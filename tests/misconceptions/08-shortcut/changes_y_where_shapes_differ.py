"""Adds x to y in place where maps are missing."""
# message: changed in place


def add_shortcut(x, y):
    """Return ReLU(y + x), x brought to the shape of y; both are arrays."""
    if x.shape == y.shape:
        return np.maximum(x + y, 0)
    stride = x.shape[1] // y.shape[1]
    y[..., : x.shape[3]] += x[:, ::stride, ::stride]
    return np.maximum(y, 0)
