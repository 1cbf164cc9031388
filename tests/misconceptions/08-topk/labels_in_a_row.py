"""Compares guesses (N, k) with labels (N,)."""
# message: row by row


def top_k_error(scores, labels, k):
    """Return the share (0 to 1) of rows of `scores` (N, C) that miss."""
    best = np.argsort(-scores, axis=1, kind="stable")[:, :k]
    return 1 - (best == labels).any(axis=1).mean()
