"""Counts the scores that are larger than the label's."""
# message: k classes are named, not all of a tie


def top_k_error(scores, labels, k):
    """Return the share (0 to 1) of rows of `scores` (N, C) that miss."""
    right = scores[np.arange(len(labels)), labels]
    return np.mean((scores > right[:, None]).sum(axis=1) >= k)
