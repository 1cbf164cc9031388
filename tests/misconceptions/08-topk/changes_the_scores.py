"""Crosses out each guess in the scores it was given."""
# message: changed in place


def top_k_error(scores, labels, k):
    """Return the share (0 to 1) of rows of `scores` (N, C) that miss."""
    rows, found = np.arange(len(labels)), np.zeros(len(labels), bool)
    for _ in range(k):
        best = scores.argmax(axis=1)
        found |= best == labels
        scores[rows, best] = -np.inf
    return np.mean(~found)
