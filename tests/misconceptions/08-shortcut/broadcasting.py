"""Lets one map of x be added to all of y."""
# message: the missing maps are zeros


def add_shortcut(x, y):
    """Return ReLU(y + x), x brought to the shape of y; both are arrays."""
    stride = x.shape[1] // y.shape[1]
    return np.maximum(x[:, ::stride, ::stride] + y, 0)
