"""Repeats the maps in turn."""
# message: the missing maps are zeros


def add_shortcut(x, y):
    """Return ReLU(y + x), x brought to the shape of y; both are arrays."""
    stride, maps = x.shape[1] // y.shape[1], np.arange(y.shape[3])
    x = x[:, ::stride, ::stride][..., maps % x.shape[3]]
    return np.maximum(x + y, 0)
