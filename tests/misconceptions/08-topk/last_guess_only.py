"""Compares the k-th guess with the label."""
# message: not the last of them alone


def top_k_error(scores, labels, k):
    """Return the share (0 to 1) of rows of `scores` (N, C) that miss."""
    best = np.argsort(-scores, axis=1, kind="stable")[:, k - 1]
    return np.mean(best != labels)
