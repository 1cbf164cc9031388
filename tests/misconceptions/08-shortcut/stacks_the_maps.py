"""Puts the maps of x behind those of y."""
# message: the shape of y


def add_shortcut(x, y):
    """Return ReLU(y + x), x brought to the shape of y; both are arrays."""
    stride = x.shape[1] // y.shape[1]
    both = np.concatenate([y, x[:, ::stride, ::stride]], axis=3)
    return np.maximum(both, 0)
