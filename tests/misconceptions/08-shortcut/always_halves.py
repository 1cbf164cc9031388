"""Takes every second place of x, whether y has half as many or not."""
# message: only if y has half as many


def add_shortcut(x, y):
    """Return ReLU(y + x), x brought to the shape of y; both are arrays."""
    x = x[:, ::2, ::2]
    x = np.pad(x, [(0, 0)] * 3 + [(0, y.shape[3] - x.shape[3])])
    return np.maximum(x + y, 0)
