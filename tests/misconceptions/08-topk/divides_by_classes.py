"""Divides by the number of classes."""
# message: not by the number of classes


def top_k_error(scores, labels, k):
    """Return the share (0 to 1) of rows of `scores` (N, C) that miss."""
    best = np.argsort(-scores, axis=1, kind="stable")[:, :k]
    missed = (best != labels[:, None]).all(axis=1).sum()
    return missed / scores.shape[1]
