"""Puts half of the zeros in front, as many programs do."""
# message: all zeros stand behind


def add_shortcut(x, y):
    """Return ReLU(y + x), x brought to the shape of y; both are arrays."""
    stride, missing = x.shape[1] // y.shape[1], y.shape[3] - x.shape[3]
    half = (missing // 2, missing - missing // 2)
    x = np.pad(x[:, ::stride, ::stride], [(0, 0)] * 3 + [half])
    return np.maximum(x + y, 0)
