"""Returns the maps that both have."""
# message: the shape of y


def add_shortcut(x, y):
    """Return ReLU(y + x), x brought to the shape of y; both are arrays."""
    stride = x.shape[1] // y.shape[1]
    return np.maximum(x[:, ::stride, ::stride] + y[..., : x.shape[3]], 0)
