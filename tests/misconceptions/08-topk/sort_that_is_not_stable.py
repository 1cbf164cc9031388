"""Sorts without kind="stable"."""
# message: the sort is not stable


def top_k_error(scores, labels, k):
    """Return the share (0 to 1) of rows of `scores` (N, C) that miss."""
    best = np.argsort(-scores, axis=1)[:, :k]
    return 1 - (best == labels[:, None]).any(axis=1).mean()
