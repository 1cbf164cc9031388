"""Takes argpartition, which keeps no order among equal scores."""
# message: the sort is not stable


def top_k_error(scores, labels, k):
    """Return the share (0 to 1) of rows of `scores` (N, C) that miss."""
    best = np.argpartition(-scores, k - 1, axis=1)[:, :k]
    return 1 - (best == labels[:, None]).any(axis=1).mean()
