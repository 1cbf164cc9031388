"""Takes every second place whenever maps are missing."""
# message: only if y has half as many


def add_shortcut(x, y):
    """Return ReLU(y + x), x brought to the shape of y; both are arrays."""
    if missing := y.shape[3] - x.shape[3]:
        x = np.pad(x[:, ::2, ::2], [(0, 0)] * 3 + [(0, missing)])
    return np.maximum(x + y, 0)
