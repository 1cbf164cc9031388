"""Applies ReLU to the maps that x has."""
# message: ReLU for all maps


def add_shortcut(x, y):
    """Return ReLU(y + x), x brought to the shape of y; both are arrays."""
    stride, maps, answer = x.shape[1] // y.shape[1], x.shape[3], y.copy()
    answer[..., :maps] += x[:, ::stride, ::stride]
    answer[..., :maps] = np.maximum(answer[..., :maps], 0)
    return answer
