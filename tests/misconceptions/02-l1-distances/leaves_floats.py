"""Fills the floats that np.zeros makes when no type is named."""
# message: sums of whole numbers are whole numbers


def l1_distances(queries, references):
    """Return the L1 distances (Q, R), int64, of uint8 rows (Q, D), (R, D)."""
    distances = np.zeros((len(queries), len(references)))
    for i, query in enumerate(queries):
        distances[i] = np.abs(references - query.astype(float)).sum(axis=1)
    return distances
