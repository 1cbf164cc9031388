"""Sorts upwards and turns the order round, ties as well."""
# message: the smaller class number comes first


def top_k_error(scores, labels, k):
    """Return the share (0 to 1) of rows of `scores` (N, C) that miss."""
    best = np.argsort(scores, axis=1, kind="stable")[:, ::-1][:, :k]
    return 1 - (best == labels[:, None]).any(axis=1).mean()
