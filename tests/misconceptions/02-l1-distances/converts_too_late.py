"""Converts to int64 after the subtraction, when it has wrapped already."""
# message: change the type before you subtract


def l1_distances(queries, references):
    """Return the L1 distances (Q, R), int64, of uint8 rows (Q, D), (R, D)."""
    distances = np.zeros((len(queries), len(references)), np.int64)
    for i, query in enumerate(queries):
        difference = (query - references).astype(np.int64)
        distances[i] = np.abs(difference).sum(axis=1)
    return distances
