"""k-nearest neighbours as lesson 02 teaches it.

The functions are to the letter those of the lesson; a test compares them.
"""

import numpy as np
from keras import ops

LESSON = "02_knn_baselines"
CHUNK = 1_000  # queries at a time
BLOCK = 10_000  # references at a time: 1,000 × 10,000 distances are 40 MB


def pairwise_l2(queries, references):
    """Return the L2 distances (Q, R) of float rows (Q, D) and (R, D).

    Expands |q - r|² = |q|² - 2 q·r + |r|², so the largest array made is the
    (Q, R) answer. Rows must be floats: uint8 pixels wrap around at 256.
    """
    squared = (
        np.sum(queries**2, axis=1)[:, None]  # (Q, 1)
        - 2 * queries @ references.T  # (Q, R)
        + np.sum(references**2, axis=1)  # (R,)
    )
    return np.sqrt(np.maximum(squared, 0))


def vote(labels, num_classes):
    """Return the most frequent label in each row of `labels` (Q, k).

    Labels are integers below `num_classes`. A tie goes to the smaller label.
    """
    counts = (labels[:, :, None] == np.arange(num_classes)).sum(axis=1)
    return counts.argmax(axis=1)


def search_block(queries, block, k):
    """Return the k nearest references of one block, for all queries.

    Two arrays (Q, k): q·r - |r|²/2, largest first, and the index in the block.
    """
    block = ops.cast(block, "float32")
    half_squares = ops.einsum("rd,rd->r", block, block) / 2
    found = []
    for start in range(0, len(queries), CHUNK):
        chunk = ops.cast(queries[start : start + CHUNK], "float32")
        closeness = ops.einsum("qd,rd->qr", chunk, block) - half_squares
        found.append(map(ops.convert_to_numpy, ops.top_k(closeness, k)))
    closeness, indices = zip(*found, strict=True)
    return np.concatenate(closeness), np.concatenate(indices)


def nearest(queries, references, k):
    """Return the indices (Q, k) of the nearest references, nearest first.

    Queries and references are rows (Q, D) and (R, D) of any number type. The
    distance is L2, in float32, through Keras's backend.
    """
    closeness, indices = [], []
    for start in range(0, len(references), BLOCK):
        block = references[start : start + BLOCK]
        values, places = search_block(queries, block, min(k, len(block)))
        closeness.append(values)
        indices.append(places + start)
    closeness, indices = np.hstack(closeness), np.hstack(indices)
    order = np.argsort(-closeness, axis=1, kind="stable")[:, :k]
    return np.take_along_axis(indices, order, axis=1)


def settle(queries, references, candidates):
    """Sort each row of candidates by exact L2 distance, nearest first.

    Returns the sorted indices and the squared distances, both (Q, k). A tie
    goes to the smaller index.
    """
    squared = np.zeros(candidates.shape, np.int64)
    for row, query in enumerate(queries.astype(np.int64)):
        difference = references[candidates[row]] - query  # (k, D) int64
        squared[row] = np.sum(difference**2, axis=1)
    order = np.lexsort((candidates, squared))
    return (
        np.take_along_axis(candidates, order, axis=1),
        np.take_along_axis(squared, order, axis=1),
    )
