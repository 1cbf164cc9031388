"""Takes what argsort returns for the rank of each class."""
# message: not the rank of each class


def top_k_error(scores, labels, k):
    """Return the share (0 to 1) of rows of `scores` (N, C) that miss."""
    ranks = np.argsort(-scores, axis=1, kind="stable")
    return np.mean(ranks[np.arange(len(labels)), labels] >= k)
