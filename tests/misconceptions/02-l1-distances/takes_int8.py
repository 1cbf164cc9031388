"""Makes the bytes signed and forgets that int8 ends at 127."""
# message: int8 ends at 127


def l1_distances(queries, references):
    """Return the L1 distances (Q, R), int64, of uint8 rows (Q, D), (R, D)."""
    queries = queries.astype(np.int8)
    references = references.astype(np.int8)
    distances = np.zeros((len(queries), len(references)), np.int64)
    for i, query in enumerate(queries):
        distances[i] = np.abs(references - query).sum(axis=1)
    return distances
