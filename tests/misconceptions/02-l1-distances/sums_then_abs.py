"""Takes the absolute value of the sum, in which differences cancel."""
# message: take absolute values before the sum


def l1_distances(queries, references):
    """Return the L1 distances (Q, R), int64, of uint8 rows (Q, D), (R, D)."""
    queries = queries.astype(np.int64)
    references = references.astype(np.int64)
    distances = np.zeros((len(queries), len(references)), np.int64)
    for i, query in enumerate(queries):
        distances[i] = np.abs((references - query).sum(axis=1))
    return distances
