"""Takes the guesses 0 to k."""
# message: not one more


def top_k_error(scores, labels, k):
    """Return the share (0 to 1) of rows of `scores` (N, C) that miss."""
    best = np.argsort(-scores, axis=1, kind="stable")[:, : k + 1]
    return 1 - (best == labels[:, None]).any(axis=1).mean()
