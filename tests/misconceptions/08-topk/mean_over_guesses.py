"""Takes the mean over all guesses."""
# message: divide by the pictures


def top_k_error(scores, labels, k):
    """Return the share (0 to 1) of rows of `scores` (N, C) that miss."""
    best = np.argsort(-scores, axis=1, kind="stable")[:, :k]
    return 1 - np.mean(best == labels[:, None])
