"""Adds y to x in place."""
# message: changed in place


def add_shortcut(x, y):
    """Return ReLU(y + x), x brought to the shape of y; both are arrays."""
    stride, missing = x.shape[1] // y.shape[1], y.shape[3] - x.shape[3]
    if stride > 1:
        x = x[:, ::stride, ::stride]
    if missing:
        x = np.pad(x, [(0, 0)] * 3 + [(0, missing)])
    x += y
    return np.maximum(x, 0)
