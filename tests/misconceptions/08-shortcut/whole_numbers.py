"""Works in an array of whole numbers."""
# message: whole numbers


def add_shortcut(x, y):
    """Return ReLU(y + x), x brought to the shape of y; both are arrays."""
    stride, answer = x.shape[1] // y.shape[1], np.zeros(y.shape, int)
    answer[..., : x.shape[3]] = x[:, ::stride, ::stride]
    return np.maximum(answer + y, 0)
