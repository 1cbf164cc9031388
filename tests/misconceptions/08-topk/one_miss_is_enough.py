"""Counts a picture as missed if any guess is wrong."""
# message: one of its guesses is right


def top_k_error(scores, labels, k):
    """Return the share (0 to 1) of rows of `scores` (N, C) that miss."""
    best = np.argsort(-scores, axis=1, kind="stable")[:, :k]
    return (best != labels[:, None]).any(axis=1).mean()
