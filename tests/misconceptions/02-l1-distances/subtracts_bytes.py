"""Subtracts in uint8, where 10 - 13 is 253."""
# message: 10 - 13 is 253 in uint8


def l1_distances(queries, references):
    """Return the L1 distances (Q, R), int64, of uint8 rows (Q, D), (R, D)."""
    distances = np.zeros((len(queries), len(references)), np.int64)
    for i, query in enumerate(queries):
        distances[i] = np.abs(references - query).sum(axis=1)
    return distances
