"""Cuts a corner out."""
# message: not one corner


def add_shortcut(x, y):
    """Return ReLU(y + x), x brought to the shape of y; both are arrays."""
    missing = y.shape[3] - x.shape[3]
    x = x[:, : y.shape[1], : y.shape[2]]
    return np.maximum(np.pad(x, [(0, 0)] * 3 + [(0, missing)]) + y, 0)
